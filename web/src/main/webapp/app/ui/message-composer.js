import {Element, html, nothing, Watch} from './element.js';
import {icons} from './icons.js';

const WARN_WITHIN = 0.9;
const drafts = new WeakMap();

/** Where one writes. Enter sends, Shift+Enter begins a new line; each room keeps its draft. */
class MessageComposer extends Element {
  static properties = {chat: {attribute: false}, room: {attribute: false}, length: {state: true}};

  constructor() {
    super();
    this.length = 0;
    new Watch(this, () => this.chat);
    new Watch(this, () => this.room);
  }

  get #field() {
    return this.querySelector('textarea');
  }

  #edited = null;

  willUpdate(changed) {
    if (changed.has('room')) this.length = (drafts.get(this.room) ?? '').length;
  }

  updated(changed) {
    if (changed.has('room')) this.#show(drafts.get(this.room) ?? '');
    const {edit, reply} = this.room.composing;
    const about = edit ?? reply ?? null;
    if (about === this.#edited) return;
    this.#edited = about;
    if (edit) this.#show(edit.body);
    if (about) this.#field.focus();
  }

  template() {
    const most = this.#most;
    const left = most - this.length;
    const tooLong = left < 0;
    return html`
      ${this.#about()}
      <form class="composer" @submit=${this.#submit}>
        <label class="visually-hidden" for="body">Message to ${this.room.info.name}</label>
        <textarea
          id="body" rows="1" placeholder="Message to ${this.room.info.name}" aria-invalid=${tooLong ? 'true' : 'false'}
          aria-describedby="composer-hint composer-limit" @input=${this.#typed} @keydown=${this.#keyed}></textarea>
        <button class="send" type="submit" aria-label="Send" aria-disabled=${tooLong || !this.length ? 'true' : 'false'}>${icons.send}</button>
      </form>
      <div class="composer-foot">
        <span id="composer-hint" class="hint"><kbd>Enter</kbd> sends, <kbd>Shift</kbd>+<kbd>Enter</kbd> begins a new line</span>
        <span id="composer-limit" class=${tooLong ? 'limit over' : 'limit'} role="status">
          ${this.length > most * WARN_WITHIN
            ? tooLong
              ? `${(-left).toLocaleString()} characters too many`
              : `${left.toLocaleString()} characters left`
            : nothing}
        </span>
      </div>
    `;
  }

  get #most() {
    const {bodyCharacters, storyCharacters} = this.chat.limits;
    return this.room.composing.edit?.kind === 'story' ? storyCharacters : bodyCharacters;
  }

  #about() {
    const {edit, reply} = this.room.composing;
    if (!edit && !reply) return nothing;
    return html`
      <p class="composing" role="status">
        <span>${edit ? 'Editing your message' : `Answering ${reply.name}`}</span>
        <button class="link" type="button" @click=${this.#cancel}>Cancel</button>
      </p>
    `;
  }

  #cancel() {
    if (this.room.composing.edit) this.#show(drafts.get(this.room) ?? '');
    this.room.compose({});
  }

  #typed() {
    if (!this.room.composing.edit) drafts.set(this.room, this.#field.value);
    this.length = this.#field.value.length;
    this.#grow();
  }

  // Enter that ends the composition of a character (Japanese, Chinese, ...) is no sending; 229 is how Safari says so.
  #keyed(key) {
    if (key.key === 'Enter' && !key.shiftKey && !key.isComposing && key.keyCode !== 229) {
      key.preventDefault();
      this.#send();
    } else if (key.key === 'Escape' && !key.isComposing) {
      this.#cancel();
    }
  }

  #submit(submit) {
    submit.preventDefault();
    this.#send();
    this.#field.focus();
  }

  #send() {
    const body = this.#field.value.replace(/^\s*\n|\s+$/g, '');
    if (!body || this.#field.value.length > this.#most) return;
    const {edit, reply} = this.room.composing;
    if (edit) {
      this.chat.change(this.room, 'edit', edit.seq, {body});
      this.#show(drafts.get(this.room) ?? '');
    } else {
      this.chat.post(this.room, body, reply?.seq);
      drafts.delete(this.room);
      this.#show('');
    }
    this.room.compose({});
    this.dispatchEvent(new CustomEvent('posted', {bubbles: true}));
  }

  #show(text) {
    this.#field.value = text;
    this.length = text.length;
    this.#grow();
  }

  #grow() {
    this.#field.style.height = 'auto';
    this.#field.style.height = `${this.#field.scrollHeight + 2}px`;
  }
}

customElements.define('message-composer', MessageComposer);
