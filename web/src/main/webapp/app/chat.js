import {ConnectionLost} from './errors.js';
import {newKey, Outbox} from './outbox.js';
import {Room} from './room.js';

const PAGE = 60;
const FILL = 500;
const MARK_AFTER = 400;
const MOST_JOINED = 50;
const TYPING_EVERY = 3_000;
const MOST_READ_BACK = 50;
const COUNT_AFTER = 300;
const MOST_LEVELS = 3;

/** Events after which less may be unread. */
const TAKING = new Set(['delete', 'purge', 'edit']);

/**
 * The rooms of the person who is signed in, kept true over breaks of the connection: the rooms that were opened are resumed from the last event that is here, and
 * posts without an answer are sent again. Needs no page. Emits `change` when the list of rooms or the limits change.
 */
export class Chat extends EventTarget {
  rooms = new Map();
  listed = [];
  listing = {name: '', next: null, loading: true, refusal: null};
  limits = {bodyCharacters: 8_000, storyCharacters: 64_000, titleCharacters: 256, resumeRooms: 500};
  person;
  #api;
  #connection;
  #outbox;
  #wanted = new Set();
  #marks = new Map();
  #shown = null;
  #typed = 0;
  #levels = new Map();
  #doubtful = new Set();

  constructor({api, connection, person}) {
    super();
    this.#api = api;
    this.#connection = connection;
    this.#outbox = new Outbox(connection, (room) => this.#join(room));
    this.person = person;
    connection.addEventListener('state', () => {
      this.#waiting.forEach((room) => room.changed());
      if (!this.live) this.#shown?.people.forget();
    });
    connection.addEventListener('hello', ({detail}) => this.#opened(detail));
    connection.addEventListener('push', ({detail}) => this.#pushed(detail));
  }

  get live() {
    return this.#connection.live;
  }

  /** Something that was written is not stored yet. */
  get unsent() {
    return this.#waiting.some((room) => room.posts.some((post) => post.state === 'sending'));
  }

  get unread() {
    return this.listed.reduce((sum, room) => sum + room.unread, 0);
  }

  /** Reads the first page of the rooms whose name contains `name`. */
  async list(name = this.listing.name) {
    this.listing = {...this.listing, name, loading: name !== this.listing.name || !this.listed.length, refusal: null};
    this.#changed();
    try {
      const page = await this.#api.rooms({name, limit: Math.max(100, Math.min(500, this.listed.length))});
      if (name !== this.listing.name) return;
      this.listed = page.items.map((info) => this.#known(info));
      this.listing = {name, next: page.next ?? null, loading: false, refusal: null};
    } catch (refusal) {
      if (name === this.listing.name) this.listing = {...this.listing, loading: false, refusal};
    }
    this.#changed();
  }

  async listMore() {
    const {name, next} = this.listing;
    const page = await this.#api.rooms({name, after: next});
    if (name !== this.listing.name || next !== this.listing.next) return;
    this.listed = [...this.listed, ...page.items.map((info) => this.#known(info))];
    this.listing = {...this.listing, next: page.next ?? null};
    this.#changed();
  }

  /** The room, opened: its newest page is being read and what follows will be heard. Rejects if there is no such room. */
  async open(id) {
    const room = this.rooms.get(id) ?? this.#known(await this.#api.room(id));
    this.#wanted.delete(room);
    this.#wanted.add(room);
    if (!room.joined) await this.#join(room);
    this.#leaveSome();
    return room;
  }

  /** The room is on screen (or none is): who is there and who types is asked for. */
  show(room) {
    if (room === this.#shown) return;
    const before = this.#shown;
    this.#shown = room;
    before?.people.forget();
    if (room?.joined || (before && !room)) this.#show();
  }

  /** The person types in the room. */
  typing(room) {
    const now = Date.now();
    if (!this.live || room !== this.#shown || now - this.#typed < TYPING_EVERY) return;
    this.#typed = now;
    this.#connection.request('typing', {room: room.id}).catch(() => {});
  }

  async older(room) {
    if (room.loadingOlder || !room.loaded || room.complete) return;
    room.loadingOlder = true;
    room.changed();
    try {
      const page = await this.#connection.request('history', {room: room.id, before: room.start, limit: PAGE});
      room.prepend(page.events);
    } catch (lost) {
      if (!(lost instanceof ConnectionLost)) room.refusal = lost;
    } finally {
      room.loadingOlder = false;
      room.changed();
    }
  }

  /** @param more `{kind, title, reply}`, each of which may be absent */
  post(room, body, more = {}) {
    this.#outbox.post(room, this.person.account, {...more, body});
  }

  /** What the person is told of the room while they are not in it: `all`, `mentions` or `none`. */
  level(room) {
    return this.#levels.get(room.id) ?? 'none';
  }

  /** Chooses it, on all devices. */
  async follow(room, level) {
    const before = this.#levels.get(room.id);
    this.#levels.set(room.id, level);
    room.changed();
    try {
      await this.#api.follow(room.id, level);
      room.notice = null;
    } catch (refusal) {
      this.#levels.set(room.id, before);
      room.notice = refusal.message;
    }
    room.changed();
  }

  /** The pinned messages of the room, as they are now. */
  async pins(room) {
    return (await this.#api.pins(room.id)).items;
  }

  /** Reads back until the message is here; false if it is too far away. */
  async reach(room, seq) {
    for (let page = 0; page < MOST_READ_BACK && room.start > seq && !room.complete; page++) {
      const {start} = room;
      await this.older(room);
      if (room.start === start) break;
    }
    return Boolean(room.message(seq));
  }

  /** Does something to a message: `edit`, `delete`, `react` or `pin`. Sent once more, with the same key, if the connection breaks; what is refused is told in the room. */
  async change(room, command, target, rest = {}, key = newKey(), again = true) {
    try {
      await this.#connection.request(command, {room: room.id, key, target, ...rest});
      room.notice = null;
    } catch (failure) {
      if (failure instanceof ConnectionLost && again) {
        this.#connection.addEventListener('hello', () => this.change(room, command, target, rest, key, false), {once: true});
      }
      room.notice = failure instanceof ConnectionLost ? 'The connection is lost: it is tried again.' : failure.message;
    }
    room.changed();
  }

  retry(room, post) {
    this.#outbox.retry(room, post);
  }

  discard(room, post) {
    room.removePost(post);
  }

  /** The person has seen everything up to `seq`. */
  seen(room, seq) {
    if (seq <= room.marker) return;
    room.update({marker: seq});
    this.#changed();
    if (!this.#marks.has(room)) setTimeout(() => this.#mark(room), MARK_AFTER);
    this.#marks.set(room, seq);
  }

  async #show() {
    if (!this.live) return;
    const room = this.#shown;
    try {
      const {rooms} = await this.#connection.request('show', {rooms: room ? [room.id] : []});
      if (room && room === this.#shown && rooms[0] && !rooms[0].error) room.people.whole(rooms[0]);
    } catch {
      // who is there is nothing that one waits for; it is asked again when the room is entered anew
    }
  }

  get #waiting() {
    return [...this.rooms.values()].filter((room) => room.posts.length);
  }

  async #mark(room) {
    const seq = this.#marks.get(room);
    if (!seq || !this.#connection.live) return;
    this.#marks.delete(room);
    try {
      const {seq: marker, last, unread, mentions} = await this.#connection.request('mark', {room: room.id, seq});
      room.update({marker, last, unread, mentions});
      this.#changed();
    } catch (failure) {
      if (failure instanceof ConnectionLost && !this.#marks.has(room)) this.#marks.set(room, seq);
    }
  }

  async #join(room) {
    if (!this.#connection.live) return;
    try {
      const {last, marker, unread, mentions, events, room: info} = await this.#connection.request('enter', {room: room.id, history: PAGE});
      room.refusal = null;
      room.joined = true;
      room.update({...info, last, marker, unread, mentions});
      room.show(events, last);
      if (room === this.#shown) this.#show();
      this.#outbox.flush(room);
    } catch (refusal) {
      this.#refused(room, refusal);
    }
  }

  async #opened({limits}) {
    this.limits = {...this.limits, ...limits};
    this.#changed();
    const rooms = [...this.#wanted];
    for (const room of rooms) room.joined = false;
    try {
      const known = rooms.filter((room) => room.loaded);
      for (let from = 0; from < known.length; from += this.limits.resumeRooms) {
        await this.#resume(known.slice(from, from + this.limits.resumeRooms));
      }
      await Promise.all(rooms.filter((room) => !room.loaded && !room.joined).map((room) => this.#join(room)));
      for (const room of [...this.#marks.keys()]) this.#mark(room);
    } catch (lost) {
      if (!(lost instanceof ConnectionLost)) throw lost;
    }
    this.list();
    this.#readLevels();
  }

  // Read again after every break: a choice may have been made elsewhere meanwhile.
  async #readLevels() {
    try {
      const levels = new Map();
      let after = '';
      for (let page = 0; page < MOST_LEVELS && after !== undefined; page++) {
        const {items, next} = await this.#api.follows(after);
        items.forEach(({room, level}) => levels.set(room, level));
        after = next;
      }
      this.#levels = levels;
      this.rooms.forEach((room) => room.changed());
    } catch {
      // what one is told does not depend on its being known here
    }
  }

  // What was deleted may have been unread: only the server knows what is so before the first event that is here.
  #count(room) {
    if (!this.#doubtful.size) setTimeout(() => this.#countAgain(), COUNT_AFTER);
    this.#doubtful.add(room.id);
  }

  async #countAgain() {
    const rooms = [...this.#doubtful].slice(0, this.limits.resumeRooms);
    this.#doubtful.clear();
    try {
      const counted = await this.#connection.request('counts', {rooms});
      for (const {room, error, ...counts} of counted.rooms) if (!error) this.rooms.get(room)?.update(counts);
      this.#changed();
    } catch {
      // the list of rooms, which is read again and again, has the counts as well
    }
  }

  async #resume(rooms) {
    const asked = rooms.map((room) => ({room: room.id, after: room.end}));
    const reply = await this.#connection.request('resume', {rooms: asked});
    for (const answer of reply.rooms) {
      const room = this.rooms.get(answer.room);
      if (answer.error) {
        this.#refused(room, answer.error);
        continue;
      }
      room.joined = true;
      room.refusal = null;
      const {last, marker, unread, mentions} = answer;
      if (answer.reset) this.#reload(room);
      else room.append(answer.events);
      if (unread !== undefined) room.update({last, marker, unread, mentions});
      if (room === this.#shown) this.#show();
      this.#outbox.flush(room);
    }
  }

  async #reload(room) {
    room.unload();
    try {
      const page = await this.#connection.request('history', {room: room.id, limit: PAGE});
      room.show(page.events, page.last);
    } catch (refusal) {
      this.#refused(room, refusal);
    }
  }

  #pushed(push) {
    const room = this.rooms.get(push.room);
    if (!room) return;
    if (push.push === 'events') {
      if (!room.append(push.events)) this.#fill(room);
      if (room.unread && push.events.some(({kind}) => TAKING.has(kind))) this.#count(room);
      this.#changed();
    } else if (push.push === 'marker') {
      const {seq, last, unread, mentions} = push;
      room.update({marker: seq, last, unread, mentions});
      this.#changed();
    } else if (push.push === 'activity') {
      const {last, marker, unread, mentions} = push;
      room.update({last, marker, unread, mentions});
      this.#changed();
    } else if (push.push === 'follow') {
      this.#levels.set(room.id, push.level);
      room.changed();
    } else if (push.push === 'notify') {
      this.dispatchEvent(new CustomEvent('notify', {detail: {room, reason: push.reason}}));
    } else if (room.people.pushed(push)) {
      return;
    } else if (push.push === 'left') {
      this.#refused(room, push.error);
    }
  }

  // The server promises pushes without gaps; should one be missing all the same, the history has it.
  async #fill(room) {
    try {
      let page;
      do {
        page = await this.#connection.request('history', {room: room.id, after: room.end, limit: FILL});
      } while (room.append(page.events) && page.events.length && room.end < page.last);
    } catch (refusal) {
      this.#refused(room, refusal);
    }
  }

  #refused(room, refusal) {
    if (refusal instanceof ConnectionLost) return;
    room.joined = false;
    room.people.forget();
    room.refusal = refusal;
    room.changed();
  }

  #leaveSome() {
    for (const room of this.#wanted) {
      if (this.#wanted.size <= MOST_JOINED) return;
      if (room.posts.length) continue;
      this.#wanted.delete(room);
      room.joined = false;
      room.unload();
      this.#connection.request('leave', {room: room.id}).catch(() => {});
    }
  }

  #known(info) {
    const room = this.rooms.get(info.id);
    if (!room) {
      const added = new Room(info, this.person.account);
      this.rooms.set(info.id, added);
      return added;
    }
    room.update(info);
    return room;
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
