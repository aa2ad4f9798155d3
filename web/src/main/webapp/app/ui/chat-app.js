import {Chat} from '../chat.js';
import {Connection} from '../connection.js';
import {isMessage} from '../folding.js';
import {Element, html, Watch} from './element.js';
import {icons} from './icons.js';
import './connection-status.js';
import './room-list.js';
import './room-view.js';
import './sign-in.js';

const TITLE = 'Persistent Chat';
const LIST_EVERY = 60_000;
const ANNOUNCED = 3;

/** The page: signing in, and then the rooms beside the room that the address names (`#/room/<id>`). */
class ChatApp extends Element {
  static properties = {
    api: {attribute: false},
    session: {attribute: false},
    chat: {state: true},
    room: {state: true},
    notice: {state: true},
    news: {state: true},
    missing: {state: true},
  };
  #connection = null;
  #listing = null;

  constructor() {
    super();
    this.chat = null;
    this.room = null;
    this.notice = '';
    this.news = '';
    this.missing = '';
    new Watch(this, () => this.chat);
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', () => this.#navigate());
    window.addEventListener('online', () => this.#connection?.online());
    window.addEventListener('offline', () => this.#connection?.offline());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && this.#connection?.state.name === 'reconnecting') this.#connection.retryNow();
      if (document.visibilityState === 'visible') this.chat?.list();
    });
    window.addEventListener('beforeunload', (unload) => this.chat?.unsent && unload.preventDefault());
    const session = this.session.read();
    if (session) this.#begin(session);
  }

  updated() {
    const unread = this.chat?.unread ?? 0;
    const place = this.room ? `${this.room.info.name} · ${TITLE}` : TITLE;
    document.title = unread ? `(${unread > 99 ? '99+' : unread}) ${place}` : place;
  }

  template() {
    if (!this.chat) {
      return html`<sign-in .api=${this.api} .notice=${this.notice} @signed-in=${({detail}) => this.#signedIn(detail)}></sign-in>`;
    }
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>Skip to the messages</a>
      <div class=${this.room || this.missing ? 'shell in-room' : 'shell'}>
        <aside class="side">
          <header class="brand"><img src="favicon.svg" alt="" width="28" height="28" /><span>Persistent Chat</span></header>
          <room-list .chat=${this.chat} .current=${this.room}></room-list>
          <footer class="person">
            <span class="who"><span class="strong">${this.chat.person.name}</span><connection-status .connection=${this.#connection}></connection-status></span>
            <button class="icon-button" type="button" aria-label="Sign out" title="Sign out" @click=${() => this.#signOut()}>${icons.leave}</button>
          </footer>
        </aside>
        <main id="main" tabindex="-1">${this.#content()}</main>
      </div>
      <div class="visually-hidden" aria-live="polite">${this.news}</div>
    `;
  }

  #content() {
    if (this.room) return html`<room-view .chat=${this.chat} .room=${this.room} .connection=${this.#connection}></room-view>`;
    return html`
      <div class="welcome">
        <img src="favicon.svg" alt="" width="56" height="56" />
        ${this.missing
          ? html`<h1>This room cannot be opened</h1><p class="quiet">${this.missing}</p><p><a href="#/">All rooms</a></p>`
          : html`<h1>Choose a room</h1><p class="quiet">What is said in a room stays there, for you and for those who come later.</p>`}
      </div>
    `;
  }

  #signedIn(session) {
    this.session.write(session);
    this.#begin(session);
    this.updateComplete.then(() => !this.room && hovers() && this.querySelector('room-list input').focus());
  }

  #begin({token, person}) {
    this.api.token = token;
    this.notice = '';
    this.#connection = new Connection({ticket: () => this.api.ticket(), open: openSocket});
    this.#connection.addEventListener('state', ({detail}) => {
      if (detail.name === 'signed-out') this.#end(detail.reason);
    });
    this.chat = new Chat({api: this.api, connection: this.#connection, person});
    this.chat.addEventListener('notify', ({detail: {room, reason}}) => {
      this.news = reason === 'mention' ? `You are mentioned in ${room.info.name}` : `Alert in ${room.info.name}`;
    });
    this.chat.list();
    this.#listing = setInterval(() => document.visibilityState === 'visible' && this.chat.list(), LIST_EVERY);
    this.#connection.start();
    if (!navigator.onLine) this.#connection.offline();
    this.#navigate();
  }

  async #signOut() {
    const gone = this.api.signOut().catch(() => {});
    this.#connection.stop();
    this.#end('You are signed out.');
    await gone;
  }

  #end(reason) {
    clearInterval(this.#listing);
    this.session.clear();
    this.api.token = null;
    this.#watch(null);
    this.#connection = null;
    this.chat = null;
    this.notice = reason;
  }

  async #navigate() {
    if (!this.chat) return;
    const id = /^#\/room\/(.+)$/.exec(location.hash)?.[1];
    this.missing = '';
    if (!id) {
      this.#watch(null);
      return;
    }
    const {chat} = this;
    try {
      const opening = decodeURIComponent(id);
      this.#watch(chat.rooms.get(opening) ?? null);
      const room = await chat.open(opening);
      if (chat !== this.chat || location.hash !== `#/room/${id}`) return;
      const arrived = this.room !== room;
      this.#watch(room);
      await this.updateComplete;
      if (arrived || document.activeElement?.matches('a.room')) this.#focusComposer();
    } catch (refusal) {
      if (chat === this.chat) this.missing = refusal.message;
    }
  }

  #focusComposer() {
    if (hovers()) this.querySelector('room-view')?.focusComposer();
  }

  #watch(room) {
    this.room?.removeEventListener('arrived', this.#arrived);
    this.room = room;
    this.news = '';
    this.chat?.show(room);
    room?.addEventListener('arrived', this.#arrived);
  }

  #arrived = ({detail}) => {
    const others = detail.filter((event) => isMessage(event) && !event.deleted && event.author !== this.chat?.person.account);
    if (!others.length) return;
    this.news =
      others.length > ANNOUNCED ? `${others.length} new messages` : others.map(spoken).join('. ');
  };

  #skip(click) {
    click.preventDefault();
    (this.querySelector('.scroller') ?? this.querySelector('#main')).focus();
  }
}

const spoken = ({kind, name, title, body}) => `${kind === 'alert' ? 'Alert of ' : ''}${name}: ${title ?? body}`;

// Where it is false, a touch keyboard would come up with the focus and cover half of the page.
const hovers = () => matchMedia('(hover: hover)').matches;

function openSocket(ticket) {
  const address = new URL(`chat?ticket=${encodeURIComponent(ticket)}`, document.baseURI);
  address.hash = '';
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(address, 'persistentchat.v1');
}

customElements.define('chat-app', ChatApp);
