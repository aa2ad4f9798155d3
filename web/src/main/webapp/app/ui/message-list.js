import {repeat} from '../../vendor/lit-html/directives/repeat.js';
import {count} from '../text.js';
import {timeline} from '../timeline.js';
import {Element, html, nothing, Watch} from './element.js';
import {icons} from './icons.js';
import {dayLine, message, newLine, ownPost} from './message.js';

const NEAR = 48;
const OLDER_WITHIN = 400;

/**
 * The messages of a room. Stays at the newest while the reader is there, keeps the place while older pages are put in front, and moves the read marker when the newest is
 * really seen.
 */
class MessageList extends Element {
  static properties = {chat: {attribute: false}, room: {attribute: false}, atEnd: {state: true}};
  #newAfter = null;
  #seenEnd = 0;
  #fromBottom = 0;
  #start = null;
  #placed = false;
  #height = 0;
  #wantsEnd = false;
  #resize = new ResizeObserver(() => {
    this.#height = this.#scroller.clientHeight;
    if (this.atEnd) this.#toBottom();
  });
  #looked = () => this.#look();

  constructor() {
    super();
    this.atEnd = true;
    new Watch(this, () => this.room);
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#looked);
    window.addEventListener('focus', this.#looked);
    document.addEventListener('posted', this.#posted);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#looked);
    window.removeEventListener('focus', this.#looked);
    document.removeEventListener('posted', this.#posted);
    this.#resize.disconnect();
  }

  get #scroller() {
    return this.querySelector('.scroller');
  }

  willUpdate(changed) {
    if (changed.has('room')) {
      this.#placed = false;
      this.#start = null;
      this.#newAfter = null;
      this.#seenEnd = 0;
      this.atEnd = true;
    }
    const {room} = this;
    if (room.loaded && !this.#placed) this.#newAfter = room.unread > 0 && room.marker > 0 ? room.marker : null;
    else if (this.#placed && room.end > this.#seenEnd && !this.#watching && room.marker >= this.#seenEnd) this.#newAfter = this.#seenEnd;
    if (this.#scroller) this.#fromBottom = this.#scroller.scrollHeight - this.#scroller.scrollTop;
    // The reader may have scrolled away in this very frame, before the event that tells of it: what arrives now must not pull them back.
    const stands = this.#scroller && this.#scroller.clientHeight === this.#height;
    if (this.#placed && this.atEnd && !this.#wantsEnd && stands && this.#fromBottom - this.#height >= NEAR) this.atEnd = false;
    this.#wantsEnd = false;
  }

  firstUpdated() {
    this.#resize.observe(this.#scroller);
  }

  updated() {
    const {room} = this;
    if (!room.loaded && !this.#placed) return;
    if (!this.#placed) {
      this.#placed = true;
      this.#place();
    } else if (this.atEnd) {
      this.#toBottom();
    } else if (this.#start !== null && room.start < this.#start) {
      this.#scroller.scrollTop = this.#scroller.scrollHeight - this.#fromBottom;
    }
    this.#start = room.start;
    this.#look();
  }

  template() {
    const {room} = this;
    return html`
      <div class="scroller" tabindex="0" role="region" aria-label="Messages in ${room.info.name}" @scroll=${this.#scrolled}>
        ${this.#beginning()}
        <ol class="messages">
          ${repeat(timeline(room, this.#newAfter), (entry) => entry.key, (entry) => {
            if (entry.type === 'day') return dayLine(entry.at);
            if (entry.type === 'new') return newLine;
            if (entry.type === 'post') return ownPost(entry, this.chat, room);
            return message(entry, this.chat, room);
          })}
        </ol>
      </div>
      ${this.atEnd ? nothing : this.#jump()}
    `;
  }

  #beginning() {
    const {room} = this;
    if (!room.loaded && !room.events.length) {
      if (room.refusal) return nothing;
      return html`<div class="skeleton messages-skeleton" role="status"><span class="visually-hidden">Loading messages</span><i></i><i></i><i></i></div>`;
    }
    if (!room.complete) {
      return html`<p class="older" role="status">${room.loadingOlder ? 'Reading older messages…' : nothing}</p>`;
    }
    const empty = room.last === 0 && !room.posts.length;
    return html`
      <div class=${empty ? 'beginning empty' : 'beginning'}>
        <p class="strong">${empty ? 'Nothing has been said here yet' : `The beginning of ${room.info.name}`}</p>
        ${empty && room.info.mayPost !== false ? html`<p class="quiet">Write the first message. It stays for everyone who comes later.</p>` : nothing}
      </div>
    `;
  }

  #jump() {
    const unread = this.room.unread;
    return html`
      <button class="jump" type="button" @click=${this.#jumped}>
        ${icons.down}<span>${unread ? `${count(unread)} new` : 'Newest'}</span>
      </button>
    `;
  }

  /** Shows a message that is here, and goes to it. */
  async reveal(seq) {
    await this.updateComplete;
    const shown = this.querySelector(`li[data-seq="${seq}"]`);
    if (!shown) return;
    this.atEnd = false;
    shown.tabIndex = -1;
    shown.scrollIntoView({block: 'center'});
    shown.focus({preventScroll: true});
  }

  get #watching() {
    return this.atEnd && document.visibilityState === 'visible' && document.hasFocus();
  }

  #place() {
    const line = this.querySelector('.new-line');
    this.#seenEnd = this.room.end;
    this.#toBottom();
    if (!line) return;
    const hidden = line.getBoundingClientRect().top < this.#scroller.getBoundingClientRect().top;
    if (hidden) line.scrollIntoView({block: 'start'});
    this.#measure();
  }

  #scrolled() {
    // Not the reader has moved but the edge, because what is written below has grown.
    if (this.#scroller.clientHeight !== this.#height) return;
    this.#measure();
    if (this.#scroller.scrollTop < OLDER_WITHIN && this.#placed) this.chat.older(this.room);
    this.#look();
  }

  #measure() {
    const {scrollHeight, scrollTop, clientHeight} = this.#scroller;
    this.atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
  }

  #look() {
    const {room} = this;
    if (!this.#placed || !room.loaded || !this.#watching) return;
    this.#seenEnd = room.end;
    if (room.end > room.marker) this.chat.seen(room, room.end);
    room.trim();
  }

  #posted = () => {
    this.#newAfter = null;
    this.#jumped();
  };

  #jumped() {
    this.atEnd = true;
    this.#wantsEnd = true;
    this.requestUpdate();
  }

  #toBottom() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }
}

customElements.define('message-list', MessageList);
