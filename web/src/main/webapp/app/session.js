const NAME = 'persistentchat.session';

/** Who is signed in, in this tab only; it survives a reload and ends with the tab. */
export class Session {
  #storage;

  constructor(storage = window.sessionStorage) {
    this.#storage = storage;
  }

  /** `{token, expiresAt, person}` or null. Whether the token still holds is said by the server: the clock here may be wrong. */
  read() {
    try {
      return JSON.parse(this.#storage.getItem(NAME));
    } catch {
      return null;
    }
  }

  write(session) {
    this.#storage.setItem(NAME, JSON.stringify(session));
  }

  clear() {
    this.#storage.removeItem(NAME);
  }
}
