/** What the server refused, in REST or in a reply: `code`, `number`, `retry` and a `message` for people. */
export class Refusal extends Error {
  constructor({code = 'INTERNAL', number = 0, retry = false, message = '', detail = '', status = 0}) {
    super(message || detail || code);
    this.code = code;
    this.number = number;
    this.retry = retry;
    this.status = status;
  }
}

/** The connection ended before an answer came: nothing is known about the command. */
export class ConnectionLost extends Error {}
