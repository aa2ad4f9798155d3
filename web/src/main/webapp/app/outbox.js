import {pauseBefore} from './backoff.js';
import {ConnectionLost} from './errors.js';

const ATTEMPTS = 6;

/**
 * The person's posts until they are stored. A post keeps its key for good, so sending it again (after a break, or when the person asks for it) never makes a second
 * message.
 */
export class Outbox {
  #connection;
  #enter;

  /** @param enter comes into a room again; called when the server says that it was not entered */
  constructor(connection, enter) {
    this.#connection = connection;
    this.#enter = enter;
  }

  /** @param said `{kind, title, body, reply}`; without a kind it is a message */
  post(room, author, said) {
    const post = {kind: 'message', ...said, key: newKey(), author, at: new Date().toISOString(), state: 'sending', attempts: 0};
    room.addPost(post);
    this.#send(room, post);
  }

  retry(room, post) {
    post.state = 'sending';
    post.attempts = 0;
    room.changed();
    if (room.joined) this.#send(room, post);
    else this.#enter(room);
  }

  /** Sends what waits, in the order written. Call when the room was entered. */
  flush(room) {
    for (const post of room.posts) if (post.state === 'sending') this.#send(room, post);
  }

  async #send(room, post) {
    if (post.underway || !room.joined || !this.#connection.live) return;
    post.underway = true;
    try {
      const {key, kind, title, body, reply} = post;
      room.confirmed(post, await this.#connection.request('post', {room: room.id, key, kind: kind === 'message' ? undefined : kind, title, body, reply}));
    } catch (failure) {
      if (!(failure instanceof ConnectionLost)) this.#refused(room, post, failure);
    } finally {
      post.underway = false;
    }
  }

  #refused(room, post, refusal) {
    post.attempts++;
    if (refusal.code === 'NOT_ENTERED' && post.attempts < ATTEMPTS) {
      room.joined = false;
      this.#enter(room);
      return;
    }
    const again = refusal.retry && post.attempts < ATTEMPTS;
    if (again) setTimeout(() => this.#send(room, post), pauseBefore(post.attempts));
    else room.failed(post, refusal);
  }
}

// Not crypto.randomUUID: that exists on secure origins only.
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
