import {timeOf, fullOf} from '../dates.js';
import {Element, html, nothing} from './element.js';
import {icons} from './icons.js';

const EXCERPT = 160;
const CHANGING = new Set(['pin', 'unpin', 'edit', 'delete', 'purge']);

/** The pinned messages of the room, on demand. */
class RoomPins extends Element {
  static properties = {chat: {attribute: false}, room: {attribute: false}, pins: {state: true}, refusal: {state: true}};
  #heard = null;
  #changed = ({detail}) => {
    if (this.#open && detail.some(({kind}) => CHANGING.has(kind))) this.#read();
  };

  constructor() {
    super();
    this.pins = null;
    this.refusal = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listen(null);
  }

  willUpdate(changed) {
    if (!changed.has('room')) return;
    this.pins = null;
    this.refusal = null;
    this.#listen(this.room);
    if (this.#details) this.#details.open = false;
  }

  template() {
    return html`
      <details class="here pins" @toggle=${this.#toggled} @keydown=${this.#keyed} @focusout=${this.#left}>
        <summary aria-label="Pinned messages" title="Pinned messages">${icons.pin}</summary>
        <div class="sheet" role="group" aria-label="Pinned messages">${this.#content()}</div>
      </details>
    `;
  }

  #content() {
    if (this.refusal) return html`<p role="alert">${this.refusal}</p>`;
    if (!this.pins) return html`<p class="quiet" role="status">Reading…</p>`;
    if (!this.pins.length) return html`<p class="quiet">Nothing is pinned in this room.</p>`;
    return html`<ol>${this.pins.map((event) => this.#pin(event))}</ol>`;
  }

  #pin(event) {
    const {seq, name, at, title, body} = event;
    return html`
      <li>
        <button class="found" type="button" @click=${() => this.#reveal(seq)}>
          <span class="strong">${name}</span> <time datetime=${at} title=${fullOf(at)}>${timeOf(at)}</time>
          <span class="excerpt">${(title ?? body).slice(0, EXCERPT)}</span>
        </button>
        ${this.room.info.mayPost === false && !this.room.info.mayManage
          ? nothing
          : html`<button class="link" type="button" aria-label="Unpin the message of ${name}" @click=${() => this.chat.change(this.room, 'pin', seq, {on: false})}>Unpin</button>`}
      </li>
    `;
  }

  get #details() {
    return this.querySelector('details');
  }

  get #open() {
    return Boolean(this.#details?.open);
  }

  #toggled() {
    if (this.#open) this.#read();
  }

  async #read() {
    const {room} = this;
    try {
      const pins = await this.chat.pins(room);
      if (room === this.room) [this.pins, this.refusal] = [pins, null];
    } catch (refusal) {
      if (room === this.room) this.refusal = refusal.message;
    }
  }

  #reveal(seq) {
    this.#details.open = false;
    this.dispatchEvent(new CustomEvent('reveal', {bubbles: true, detail: seq}));
  }

  #listen(room) {
    this.#heard?.removeEventListener('arrived', this.#changed);
    room?.addEventListener('arrived', this.#changed);
    this.#heard = room;
  }

  #keyed({key}) {
    if (key !== 'Escape' || !this.#open) return;
    this.#details.open = false;
    this.querySelector('summary').focus();
  }

  // Not when the button that had the focus went away with its message: then nothing else was chosen.
  #left({relatedTarget}) {
    if (relatedTarget && !this.#details.contains(relatedTarget)) this.#details.open = false;
  }
}

customElements.define('room-pins', RoomPins);
