import {afterClose, pauseBefore} from './backoff.js';
import {ConnectionLost, Refusal} from './errors.js';

const GREETING_WITHIN = 15_000;
const STEADY_AFTER = 10_000;
const SILENCE = 2.5;

const systemClock = {
  now: () => Date.now(),
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};

/**
 * One person's line to the server: fetches a ticket, opens the WebSocket, keeps it alive, and opens it again when it breaks. Knows the envelopes of
 * `persistentchat.v1` but no room. Needs no page: socket, clock and randomness are given.
 *
 * `state` is `{name}` with the name `idle`, `connecting`, `live`, `reconnecting` (with `at`, when it tries again), `offline`, `signed-out` or `ended` (both with `reason`).
 * Events: `state`; `hello` with the greeting as detail, once for each connection; `push` with the push as detail.
 */
export class Connection extends EventTarget {
  #ticket;
  #open;
  #clock;
  #random;
  #socket = null;
  #hello = null;
  #attempt = 0;
  #round = 0;
  #nextId = 1;
  #waiting = new Map();
  #lastSent = 0;
  #timers = new Map();
  state = {name: 'idle'};

  /** @param ticket resolves with a fresh ticket  @param open makes a WebSocket from a ticket */
  constructor({ticket, open, clock = systemClock, random = Math.random}) {
    super();
    this.#ticket = ticket;
    this.#open = open;
    this.#clock = clock;
    this.#random = random;
  }

  get live() {
    return this.state.name === 'live';
  }

  start() {
    this.#attempt = 0;
    this.#connect();
  }

  stop() {
    this.#drop(1000);
    this.#become({name: 'idle'});
  }

  /** Does not wait for the pause to end. */
  retryNow() {
    if (this.state.name === 'reconnecting' || this.state.name === 'ended') this.#connect();
  }

  /** The device has a network again. */
  online() {
    if (this.state.name === 'offline' || this.state.name === 'reconnecting') {
      this.#attempt = 0;
      this.#connect();
    }
  }

  /** The device has no network: there is no point in trying. */
  offline() {
    if (['connecting', 'live', 'reconnecting'].includes(this.state.name)) {
      this.#drop();
      this.#become({name: 'offline'});
    }
  }

  /** Sends a command. Resolves with the reply's `ok`, rejects with its error as a Refusal, or with ConnectionLost. */
  request(command, members = {}) {
    if (!this.live) return Promise.reject(new ConnectionLost('not connected'));
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {resolve, reject});
      this.#socket.send(JSON.stringify({id, do: command, ...members}));
      this.#lastSent = this.#clock.now();
    });
  }

  async #connect() {
    this.#drop();
    const round = this.#round;
    this.#become({name: 'connecting'});
    let ticket;
    try {
      ticket = await this.#ticket();
    } catch (refused) {
      if (round === this.#round) this.#withoutTicket(refused);
      return;
    }
    if (round !== this.#round) return;
    const socket = this.#open(ticket);
    this.#socket = socket;
    socket.onmessage = (frame) => this.#received(frame.data);
    socket.onclose = (close) => this.#closed(close.code);
    this.#after('greeting', GREETING_WITHIN, () => this.#closed(1006));
  }

  #withoutTicket(refused) {
    if (refused instanceof Refusal && refused.number > 0 && !refused.retry) {
      this.#become({name: 'signed-out', reason: 'Your session has ended. Please sign in again.'});
    } else {
      this.#reconnectLater();
    }
  }

  #received(frame) {
    for (const line of frame.split('\n')) {
      const message = JSON.parse(line);
      if (message.push === 'hello') this.#greeted(message);
      else if (message.push) this.#emit('push', message);
      else this.#answered(message);
    }
  }

  #greeted(hello) {
    this.#cancel('greeting');
    this.#hello = hello;
    this.#lastSent = this.#clock.now();
    this.#after('steady', STEADY_AFTER, () => (this.#attempt = 0));
    this.#beat();
    this.#become({name: 'live'});
    this.#emit('hello', hello);
  }

  #answered({id, ok, error}) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Refusal(error));
    else waiting?.resolve(ok);
  }

  // Looks three times a heartbeat whether the server has heard something lately.
  #beat() {
    const heartbeat = this.#hello.heartbeatSeconds * 1_000;
    this.#after('beat', heartbeat / 3, () => {
      if (this.#clock.now() - this.#lastSent >= heartbeat / 2) this.#ping(heartbeat);
      this.#beat();
    });
  }

  #ping(heartbeat) {
    if (!this.#timers.has('silence')) this.#after('silence', heartbeat * SILENCE, () => this.#closed(1006));
    this.request('ping').then(
      () => this.#cancel('silence'),
      () => {},
    );
  }

  #closed(code) {
    this.#drop();
    const advice = afterClose(code);
    if (advice.reconnect) this.#reconnectLater();
    else this.#become({name: advice.state, reason: advice.reason});
  }

  #reconnectLater() {
    const pause = pauseBefore(this.#attempt++, this.#random);
    this.#become({name: 'reconnecting', at: this.#clock.now() + pause});
    this.#after('retry', pause, () => this.#connect());
  }

  // Lets go of the socket without waiting for its end: a line that is dead does not say so.
  #drop(code) {
    this.#round++;
    for (const name of [...this.#timers.keys()]) this.#cancel(name);
    if (this.#socket) {
      this.#socket.onmessage = this.#socket.onclose = null;
      this.#socket.close(code);
      this.#socket = null;
    }
    this.state = {name: 'connecting'};
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const {reject} of lost) reject(new ConnectionLost('connection lost'));
  }

  #after(name, milliseconds, act) {
    this.#cancel(name);
    const cancel = this.#clock.after(milliseconds, () => {
      this.#timers.delete(name);
      act();
    });
    this.#timers.set(name, cancel);
  }

  #cancel(name) {
    this.#timers.get(name)?.();
    this.#timers.delete(name);
  }

  #become(state) {
    this.state = state;
    this.#emit('state', state);
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}
