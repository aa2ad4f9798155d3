import {repeat} from '../../vendor/lit-html/directives/repeat.js';
import {count} from '../text.js';
import {Element, html, nothing, Watch} from './element.js';
import {icons, roomIcon} from './icons.js';

const TYPING_PAUSE = 200;

/** The rooms by category, with what is unread in each. */
class RoomList extends Element {
  static properties = {chat: {attribute: false}, current: {attribute: false}};
  #typing = null;

  constructor() {
    super();
    new Watch(this, () => this.chat);
  }

  template() {
    const {listing, listed} = this.chat;
    return html`
      <div class="search" role="search">
        ${icons.search}
        <input type="search" aria-label="Find a room" placeholder="Find a room" autocomplete="off" @input=${this.#filter} />
      </div>
      <nav aria-label="Rooms">
        ${[...byCategory(listed)].map(([category, rooms], index) => this.#category(category, rooms, index))}
        ${this.#remark()}
        ${listing.next
          ? html`<button class="link more" type="button" @click=${() => this.chat.listMore()}>Show more rooms</button>`
          : nothing}
      </nav>
    `;
  }

  #category(category, rooms, index) {
    return html`
      <h2 id="category-${index}">${category}</h2>
      <ul aria-labelledby="category-${index}">
        ${repeat(rooms, (room) => room.id, (room) => this.#room(room))}
      </ul>
    `;
  }

  #room(room) {
    const {info, unread, mentions} = room;
    const privacy = {closed: ', closed room', secret: ', secret room'}[info.privacy] ?? '';
    const label = `${info.name}${privacy}${unread ? `, ${unread} unread` : ''}${
      mentions ? `, ${mentions} ${mentions === 1 ? 'mentions' : 'mention'} you` : ''
    }`;
    return html`
      <li>
        <a
          href="#/room/${encodeURIComponent(room.id)}" class=${unread ? 'room unread' : 'room'}
          aria-label=${label} aria-current=${room === this.current ? 'page' : nothing}>
          ${roomIcon(info)}
          <span class="name" title=${info.name}>${info.name}</span>
          ${mentions ? html`<span class="badge mentions">@${count(mentions)}</span>` : nothing}
          ${unread ? html`<span class="badge">${count(unread)}</span>` : nothing}
        </a>
      </li>
    `;
  }

  #remark() {
    const {loading, refusal, name} = this.chat.listing;
    if (refusal) {
      return html`
        <p class="remark" role="alert">
          The rooms could not be read.
          <button class="link" type="button" @click=${() => this.chat.list()}>Try again</button>
        </p>
      `;
    }
    if (loading && !this.chat.listed.length) {
      return html`<div class="skeleton" role="status"><span class="visually-hidden">Loading rooms</span><i></i><i></i><i></i><i></i></div>`;
    }
    if (this.chat.listed.length) return nothing;
    return html`<p class="remark">${name ? `No room has “${name}” in its name.` : 'There is no room for you yet. Ask an administrator to create one.'}</p>`;
  }

  #filter({target}) {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.chat.list(target.value.trim()), TYPING_PAUSE);
  }
}

function byCategory(rooms) {
  const categories = new Map();
  for (const room of rooms) {
    const name = room.info.category?.name ?? 'Rooms';
    if (!categories.has(name)) categories.set(name, []);
    categories.get(name).push(room);
  }
  return new Map([...categories].sort(([a], [b]) => a.localeCompare(b)));
}

customElements.define('room-list', RoomList);
