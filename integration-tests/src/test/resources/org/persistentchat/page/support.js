import {Chat} from '/app/chat.js';
import {Connection} from '/app/connection.js';

export function equal(actual, expected) {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error(`expected ${e} but was ${a}`);
}

export const settled = () => new Promise((done) => setTimeout(done));

/** A clock that only `advance` moves. */
export class Clock {
  #now = 0;
  #timers = new Set();

  now() {
    return this.#now;
  }

  after(milliseconds, act) {
    const timer = {at: this.#now + milliseconds, act};
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  async advance(milliseconds) {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = [...this.#timers].filter(({at}) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers.delete(next);
      this.#now = next.at;
      next.act();
      await settled();
    }
    this.#now = end;
  }
}

const HELLO = {
  push: 'hello',
  protocol: 'persistentchat.v1',
  heartbeatSeconds: 30,
  limits: {bodyCharacters: 8_000, resumeRooms: 2},
};

/** A connection to a server that is played by the test. */
export class Line {
  clock = new Clock();
  sockets = [];
  tickets = 0;
  refusal = null;
  states = [];

  constructor({random = () => 0.5} = {}) {
    this.connection = new Connection({
      ticket: async () => {
        this.tickets++;
        if (this.refusal) throw this.refusal;
        return 'ticket';
      },
      open: () => this.#socket(),
      clock: this.clock,
      random,
    });
    this.connection.addEventListener('state', ({detail}) => this.states.push(detail.name));
  }

  get socket() {
    return this.sockets.at(-1);
  }

  get commands() {
    return this.socket.sent;
  }

  async connect() {
    this.connection.start();
    await settled();
    await this.greet();
  }

  async greet() {
    this.send(HELLO);
    await settled();
  }

  /** Messages in one frame. */
  send(...messages) {
    this.socket.onmessage({data: messages.map((message) => JSON.stringify(message)).join('\n')});
  }

  /** Answers the last command of that name. */
  async answer(name, ok) {
    const command = this.commands.findLast((sent) => sent.do === name);
    this.send({id: command.id, ok});
    await settled();
    return command;
  }

  async refuse(name, error) {
    const command = this.commands.findLast((sent) => sent.do === name);
    this.send({id: command.id, error});
    await settled();
    return command;
  }

  async cut(code = 1006) {
    this.socket.onclose?.({code});
    await settled();
  }

  /** Cuts the line and waits until it is there again. */
  async cutAndComeBack(code) {
    await this.cut(code);
    await this.comeBack();
  }

  /** Waits for the next try, which succeeds. */
  async comeBack() {
    await this.clock.advance(this.connection.state.at - this.clock.now());
    await this.greet();
  }

  #socket() {
    const socket = {
      sent: [],
      closed: false,
      send(frame) {
        this.sent.push(JSON.parse(frame));
      },
      close() {
        this.closed = true;
      },
    };
    this.sockets.push(socket);
    return socket;
  }
}

export const event = (seq, author = 'ben', body = `message ${seq}`) => ({
  seq,
  kind: 'message',
  author,
  name: author,
  at: '2026-11-24T08:30:00.000Z',
  body,
});

export const events = (from, to) => Array.from({length: to - from + 1}, (_, index) => event(from + index));

/** Ana in a room that holds `last` messages; `rest` are answers of the REST interface besides. */
export async function inRoom(last, id = 'r', rest = {}) {
  const line = new Line();
  const api = {
    rooms: async () => ({items: []}),
    room: async (asked) => ({id: asked, name: asked, last}),
    follows: async () => ({items: []}),
    ...rest,
  };
  const chat = new Chat({api, connection: line.connection, person: {account: 'ana', name: 'Ana'}});
  await line.connect();
  const room = await enter(line, chat, id, last);
  return {line, chat, room};
}

export async function enter(line, chat, id, last) {
  const opening = chat.open(id);
  await settled();
  await line.answer('enter', {room: {id, name: id, mayPost: true}, last, marker: 0, events: events(1, last)});
  return opening;
}

export const sequences = (room) => room.events.map(({seq}) => seq);
