/**
 * What the server refused, in REST or in a reply: `code`, `number`, `retry` and a `message` for people. The number is 0 if it was not the chat that answered: a server that
 * is being stopped, or a proxy before it.
 */
export class Refusal extends Error {
  constructor({code = 'INTERNAL', number = 0, retry = false, message = '', detail = '', status = 0}) {
    super(message || detail || `The server is not available (${status}).`);
    this.code = code;
    this.number = number;
    this.retry = retry;
    this.status = status;
  }
}

/** The connection ended before an answer came: nothing is known about the command. */
export class ConnectionLost extends Error {}
