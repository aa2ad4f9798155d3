import {Element, html, nothing, Watch} from './element.js';
import {icons} from './icons.js';

const WARN_WITHIN = 0.9;
const drafts = new WeakMap();

const KINDS = {message: 'Message', alert: 'Alert', story: 'Story'};
const EMPTY = {kind: 'message', title: '', body: ''};

/**
 * Where one writes. Enter sends, Shift+Enter begins a new line; in a story, which is long, Enter begins a new line and Ctrl+Enter sends. Each room keeps its draft with
 * its kind and title.
 */
class MessageComposer extends Element {
  static properties = {
    chat: {attribute: false},
    room: {attribute: false},
    kind: {state: true},
    length: {state: true},
    titleLength: {state: true},
  };
  #about = null;

  constructor() {
    super();
    this.kind = 'message';
    this.length = 0;
    this.titleLength = 0;
    new Watch(this, () => this.chat);
    new Watch(this, () => this.room);
  }

  get #field() {
    return this.querySelector('textarea');
  }

  get #title() {
    return this.querySelector('.title-field');
  }

  willUpdate(changed) {
    const {edit} = this.room.composing;
    if (changed.has('room')) this.kind = (edit ?? this.#draft).kind;
  }

  updated(changed) {
    if (changed.has('room')) this.#show(this.#draft);
    const {edit, reply} = this.room.composing;
    const about = edit ?? reply ?? null;
    if (about === this.#about) return;
    this.#about = about;
    if (edit) this.#show(edit);
    if (about) this.#field.focus();
  }

  template() {
    const {name} = this.room.info;
    const story = this.kind === 'story';
    return html`
      ${this.#composing()}
      <form class="composer" data-kind=${this.kind} @submit=${this.#submit}>
        <input
          class="title-field" ?hidden=${!story} aria-label="Title of the story" placeholder="Title" autocomplete="off" maxlength=${this.chat.limits.titleCharacters}
          @input=${this.#typed} @keydown=${this.#keyedTitle} />
        <label class="visually-hidden" for="body">Message to ${name}</label>
        <textarea
          id="body" rows="1" placeholder="${{alert: 'Alert', story: 'Story'}[this.kind] ?? 'Message'} to ${name}" aria-invalid=${this.#left < 0 ? 'true' : 'false'}
          aria-describedby="composer-hint composer-limit" @input=${this.#typed} @keydown=${this.#keyed}></textarea>
        <button class="send" type="submit" aria-label="Send" aria-disabled=${this.#sendable ? 'false' : 'true'}>${icons.send}</button>
      </form>
      <div class="composer-foot">
        ${this.room.composing.edit ? nothing : this.#kinds()}
        <span id="composer-hint" class="hint">${story ? storyHint : hint}</span>
        <span id="composer-limit" class=${this.#left < 0 ? 'limit over' : 'limit'} role="status">${this.#limit()}</span>
      </div>
    `;
  }

  #kinds() {
    return html`
      <label class="kinds">
        <span class="visually-hidden">What it is</span>
        <select .value=${this.kind} @change=${this.#chosen}>
          ${Object.entries(KINDS).map(([kind, words]) => html`<option value=${kind} ?selected=${kind === this.kind}>${words}</option>`)}
        </select>
      </label>
    `;
  }

  #limit() {
    const left = this.#left;
    if (this.length <= this.#most * WARN_WITHIN) return nothing;
    return left < 0 ? `${(-left).toLocaleString()} characters too many` : `${left.toLocaleString()} characters left`;
  }

  get #most() {
    const {bodyCharacters, storyCharacters} = this.chat.limits;
    return this.kind === 'story' ? storyCharacters : bodyCharacters;
  }

  get #left() {
    return this.#most - this.length;
  }

  get #sendable() {
    return this.length > 0 && this.#left >= 0 && (this.kind !== 'story' || this.titleLength > 0);
  }

  get #draft() {
    return drafts.get(this.room) ?? EMPTY;
  }

  #composing() {
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
    if (this.room.composing.edit) this.#show(this.#draft);
    this.room.compose({});
  }

  async #chosen({target}) {
    this.kind = target.value;
    this.#typed();
    await this.updateComplete;
    (this.kind === 'story' && !this.#title.value ? this.#title : this.#field).focus();
  }

  #typed() {
    if (!this.room.composing.edit) drafts.set(this.room, {kind: this.kind, title: this.#title.value, body: this.#field.value});
    this.length = this.#field.value.length;
    this.titleLength = this.#title.value.trim().length;
    this.#grow();
  }

  #keyed(key) {
    if (composes(key)) return;
    if (key.key === 'Enter' && (this.kind === 'story' ? key.ctrlKey || key.metaKey : !key.shiftKey)) {
      key.preventDefault();
      this.#send();
    } else if (key.key === 'Escape') {
      this.#cancel();
    }
  }

  #keyedTitle(key) {
    if (key.key !== 'Enter' || composes(key)) return;
    key.preventDefault();
    this.#field.focus();
  }

  #submit(submit) {
    submit.preventDefault();
    this.#send();
    this.#field.focus();
  }

  #send() {
    const body = this.#field.value.replace(/^\s*\n|\s+$/g, '');
    if (!body || !this.#sendable) return;
    const {edit, reply} = this.room.composing;
    const title = this.kind === 'story' ? this.#title.value.trim() : undefined;
    if (edit) {
      this.chat.change(this.room, 'edit', edit.seq, {title, body});
      this.#show(this.#draft);
    } else {
      this.chat.post(this.room, body, {kind: this.kind, title, reply: reply?.seq});
      drafts.delete(this.room);
      this.#show(EMPTY);
    }
    this.room.compose({});
    this.dispatchEvent(new CustomEvent('posted', {bubbles: true}));
  }

  #show({kind, title, body}) {
    this.kind = kind;
    this.#title.value = title ?? '';
    this.#field.value = body;
    this.length = body.length;
    this.titleLength = (title ?? '').length;
    this.#grow();
  }

  #grow() {
    this.#field.style.height = 'auto';
    this.#field.style.height = `${this.#field.scrollHeight + 2}px`;
  }
}

const hint = html`<kbd>Enter</kbd> sends, <kbd>Shift</kbd>+<kbd>Enter</kbd> begins a new line`;
const storyHint = html`<kbd>Ctrl</kbd>+<kbd>Enter</kbd> sends`;

// Enter that ends the composition of a character (Japanese, Chinese, ...) is no sending; 229 is how Safari says so.
const composes = ({isComposing, keyCode}) => isComposing || keyCode === 229;

customElements.define('message-composer', MessageComposer);
