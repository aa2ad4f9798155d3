import {fold, isMessage} from './folding.js';
import {RoomPeople} from './people.js';
import {unread} from './unread.js';

/** Loaded events beyond this are let go at the old end while the newest are on view; they can be read back. */
const KEPT = 1_000;
const KEPT_AFTER_TRIM = 400;

/**
 * What is known of one room: a window of its history that is contiguous and (once `loaded`) ends with the newest event, the read marker, and the person's own posts
 * that are on their way. Emits `change`.
 */
export class Room extends EventTarget {
  events = [];
  end = 0;
  loaded = false;
  loadingOlder = false;
  joined = false;
  refusal = null;
  posts = [];
  composing = {};
  last = 0;
  marker = 0;
  people = new RoomPeople();
  #early = [];
  #counted = null;
  #self;

  /** @param self account of whoever looks at it */
  constructor(info, self = '') {
    super();
    this.#self = self;
    this.id = info.id;
    this.update(info);
  }

  get unread() {
    return this.#counts.unread;
  }

  /** How many of the unread messages mention the person. */
  get mentions() {
    return this.#counts.mentions;
  }

  get #counts() {
    const events = this.loaded ? this.events : [];
    return unread({counted: this.#counted, marker: this.marker, last: this.last, events, self: this.#self});
  }

  get start() {
    return this.events.length ? this.events[0].seq : this.end + 1;
  }

  get complete() {
    return this.loaded && this.start <= 1;
  }

  /** The room as REST or `enter` describe it; sequences only ever grow. */
  update({last = 0, marker = 0, unread, mentions = 0, ...info}) {
    if (unread !== undefined && marker >= this.marker) this.#counted = {last, marker, unread, mentions};
    this.info = {...this.info, ...info};
    this.last = Math.max(this.last, last);
    this.marker = Math.max(this.marker, marker);
    this.changed();
  }

  /** Replaces the window by the newest page. */
  show(events, last) {
    this.events = [...events];
    this.end = events.length ? events.at(-1).seq : last;
    this.last = Math.max(this.end, last);
    this.loaded = true;
    const early = this.#early;
    this.#early = [];
    this.#settlePosts(this.events);
    this.append(early);
    this.changed();
  }

  /** The window no longer reaches the newest event: events wait until `show`. */
  unload() {
    this.loaded = false;
    this.changed();
  }

  /** Takes new events; those it has are dropped. False: events are missing in between, and nothing was taken. */
  append(events) {
    if (!this.loaded) {
      this.#early.push(...events);
      return true;
    }
    const fresh = events.filter((event) => event.seq > this.end).sort((a, b) => a.seq - b.seq);
    for (const event of fresh) {
      if (event.seq <= this.end) continue;
      if (event.seq !== this.end + 1) return false;
      if (!isMessage(event)) this.events = fold(this.events, event);
      this.events.push(event);
      this.end = event.seq;
    }
    this.last = Math.max(this.last, this.end);
    if (fresh.length) {
      this.#settlePosts(fresh);
      this.changed();
      this.dispatchEvent(new CustomEvent('arrived', {detail: fresh}));
    }
    return true;
  }

  prepend(events) {
    const older = events.filter((event) => event.seq < this.start);
    if (older.length && older.at(-1).seq === this.start - 1) this.events = [...older, ...this.events];
    this.changed();
  }

  trim() {
    if (this.events.length > KEPT) {
      this.events = this.events.slice(-KEPT_AFTER_TRIM);
      this.changed();
    }
  }

  /** What is being written: an answer to `reply`, another text for `edit`, or (without either) something new. */
  compose(composing) {
    this.composing = composing;
    this.changed();
  }

  message(seq) {
    const event = this.events[seq - this.start];
    return event?.seq === seq ? event : undefined;
  }

  /** A post of this person that waits for its answer. */
  addPost(post) {
    this.posts = [...this.posts, post];
    this.changed();
  }

  removePost(post) {
    this.posts = this.posts.filter((other) => other !== post);
    this.changed();
  }

  /** The post is stored as `seq`; it stays on view until the event itself is there. */
  confirmed(post, {seq}) {
    post.seq = seq;
    post.state = 'stored';
    if (seq <= this.end) this.removePost(post);
    else this.changed();
  }

  failed(post, refusal) {
    post.state = 'failed';
    post.reason = refusal.message;
    post.echo = undefined;
    this.changed();
  }

  changed() {
    this.dispatchEvent(new Event('change'));
  }

  // The event of a post may come before the answer to it: then the waiting form is hidden, so that nobody sees it twice.
  #settlePosts(events) {
    this.posts = this.posts.filter((post) => !(post.seq && post.seq <= this.end));
    for (const event of events.filter(isMessage)) {
      const twin = this.posts.find(
        (post) => post.author === event.author && post.kind === event.kind && post.body === event.body && post.state === 'sending' && !post.echo,
      );
      if (twin) twin.echo = event.seq;
    }
  }
}
