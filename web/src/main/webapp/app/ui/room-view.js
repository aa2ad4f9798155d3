import {Element, html, nothing, Watch} from './element.js';
import {icons, roomIcon} from './icons.js';
import './connection-status.js';
import './follow-level.js';
import './message-composer.js';
import './message-list.js';
import './room-people.js';
import './room-pins.js';
import './typing-line.js';

/** One room: its heading, its messages, and where one writes. */
class RoomView extends Element {
  static properties = {chat: {attribute: false}, room: {attribute: false}, connection: {attribute: false}};

  constructor() {
    super();
    new Watch(this, () => this.room);
    this.addEventListener('input', ({target}) => target.matches('textarea, .title-field') && this.chat.typing(this.room));
    this.addEventListener('reveal', ({detail}) => this.#reveal(detail));
  }

  focusComposer() {
    this.querySelector('textarea')?.focus();
  }

  async #reveal(seq) {
    const {room} = this;
    const there = await this.chat.reach(room, seq);
    if (room !== this.room) return;
    room.notice = there ? null : 'The message is too far back to be shown here.';
    room.changed();
    await this.updateComplete;
    if (there) this.querySelector('message-list').reveal(seq);
  }

  template() {
    const {info} = this.room;
    return html`
      <header class="room-header">
        <a class="icon-button back" href="#/" aria-label="Back to the rooms">${icons.back}</a>
        <div class="title">
          <h1>${roomIcon(info)}<span>${info.name}</span></h1>
          ${info.description ? html`<p class="quiet" title=${info.description}>${info.description}</p>` : nothing}
        </div>
        <room-pins .chat=${this.chat} .room=${this.room}></room-pins>
        <follow-level .chat=${this.chat} .room=${this.room}></follow-level>
        <room-people .people=${this.room.people}></room-people>
        <connection-status .connection=${this.connection}></connection-status>
      </header>
      ${this.#refusal()}${this.room.notice ? html`<p class="banner" role="alert">${icons.warning}<span>${this.room.notice}</span></p>` : nothing}
      <message-list .chat=${this.chat} .room=${this.room}></message-list>
      <typing-line .people=${this.room.people} .self=${this.chat.person.account}></typing-line>
      ${info.mayPost === false
        ? html`<p class="read-only">You can read here; ${info.type === 'auditorium' ? 'only presenters write.' : 'you may not write.'}</p>`
        : html`<message-composer .chat=${this.chat} .room=${this.room}></message-composer>`}
    `;
  }

  #refusal() {
    const {refusal} = this.room;
    if (!refusal) return nothing;
    return html`
      <p class="banner" role="alert">
        ${icons.warning}<span>${refusal.message}</span>
        <button class="link" type="button" @click=${() => this.chat.open(this.room.id)}>Try again</button>
      </p>
    `;
  }
}

customElements.define('room-view', RoomView);
