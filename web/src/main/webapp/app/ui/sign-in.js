import {Refusal} from '../errors.js';
import {Element, html, nothing} from './element.js';

/** The form to sign in with. Emits `signed-in` with the session as detail. */
class SignIn extends Element {
  static properties = {api: {attribute: false}, notice: {attribute: false}, busy: {state: true}, problem: {state: true}};

  constructor() {
    super();
    this.notice = '';
    this.busy = false;
    this.problem = '';
  }

  firstUpdated() {
    this.querySelector('#account').focus();
  }

  template() {
    return html`
      <main class="sign-in" id="main">
        <form class="card" @submit=${this.#submit} novalidate>
          <img src="favicon.svg" alt="" width="44" height="44" />
          <h1>Persistent Chat</h1>
          <p class="quiet">Sign in to your organisation's rooms.</p>
          ${this.notice && !this.problem ? html`<p class="notice" role="status">${this.notice}</p>` : nothing}
          <label for="account">Account</label>
          <input
            id="account" name="account" type="text" required autocomplete="username" autocapitalize="none" spellcheck="false"
            aria-invalid=${this.problem ? 'true' : 'false'} aria-describedby="sign-in-problem" />
          <label for="password">Password</label>
          <input
            id="password" name="password" type="password" required autocomplete="current-password"
            aria-invalid=${this.problem ? 'true' : 'false'} aria-describedby="sign-in-problem" />
          <p class="problem" id="sign-in-problem" role="alert">${this.problem}</p>
          <button class="primary" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>
            ${this.busy ? 'Signing in…' : 'Sign in'}
          </button>
        </form>
      </main>
    `;
  }

  async #submit(submit) {
    submit.preventDefault();
    if (this.busy) return;
    const {account, password} = submit.target.elements;
    const empty = [account, password].find((field) => !field.value.trim());
    if (empty) {
      this.problem = empty === account ? 'Please enter your account.' : 'Please enter your password.';
      empty.focus();
      return;
    }
    this.busy = true;
    this.problem = '';
    try {
      const session = await this.api.signIn(account.value.trim(), password.value);
      this.dispatchEvent(new CustomEvent('signed-in', {detail: session}));
    } catch (failure) {
      this.problem = explain(failure);
      password.select();
    } finally {
      this.busy = false;
    }
  }
}

function explain(failure) {
  if (!(failure instanceof Refusal)) return 'The server cannot be reached. Check your connection and try again.';
  if (failure.number === 0) return 'The chat is not available at the moment. Try again in a little while.';
  switch (failure.code) {
    case 'WRONG_CREDENTIALS':
    case 'NOT_SIGNED_IN':
      return 'Account or password is wrong.';
    case 'TOO_MANY_ATTEMPTS':
      return 'Too many failed attempts for this account. Wait a moment, then try again.';
    case 'UNAVAILABLE':
    case 'BUSY':
      return 'The chat is not available at the moment. Try again in a little while.';
    default:
      return `Signing in did not work: ${failure.message}`;
  }
}

customElements.define('sign-in', SignIn);
