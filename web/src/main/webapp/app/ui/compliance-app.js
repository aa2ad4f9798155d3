import {Refusal} from '../errors.js';
import {Element, html, nothing} from './element.js';
import './archive-search.js';
import './case-list.js';
import './case-view.js';
import './compliance-status.js';
import './sign-in.js';

const PLACES = [
  ['status', 'Status'],
  ['search', 'Search'],
  ['cases', 'Cases'],
];

/** The page of compliance officers: signing in, and then the place that the address names (`#/status`, `#/search`, `#/cases`, `#/case/<id>`). */
class ComplianceApp extends Element {
  static properties = {
    api: {attribute: false},
    session: {attribute: false},
    person: {state: true},
    place: {state: true},
    notice: {state: true},
  };

  constructor() {
    super();
    this.person = null;
    this.notice = '';
    this.place = here();
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', () => {
      this.place = here();
      this.updateComplete.then(() => this.querySelector('h1')?.focus());
    });
    const session = this.session.read();
    if (session) this.#begin(session);
  }

  async #begin(session) {
    this.api.token = session.token;
    try {
      this.person = await this.api.me();
      this.session.write(session);
    } catch (failure) {
      this.#end(failure instanceof Refusal ? 'Please sign in again.' : 'The server cannot be reached.');
    }
  }

  #end(notice) {
    this.session.clear();
    this.api.token = null;
    this.person = null;
    this.notice = notice;
  }

  async #signOut() {
    await this.api.signOut().catch(() => {});
    this.#end('You are signed out.');
  }

  template() {
    if (!this.person) {
      return html`<sign-in .api=${this.api} .notice=${this.notice} @signed-in=${(event) => this.#begin(event.detail)}></sign-in>`;
    }
    const [name, id] = this.place;
    return html`
      <a class="skip" href="#main">Skip to content</a>
      <header class="console-head">
        <strong>Compliance</strong>
        <nav aria-label="Compliance">
          ${PLACES.map(([place, label]) => html`
            <a href="#/${place}" aria-current=${place === name || (place === 'cases' && name === 'case') ? 'page' : 'false'}>${label}</a>`)}
        </nav>
        <span class="quiet">${this.person.name}</span>
        <button class="link" type="button" @click=${() => this.#signOut()}>Sign out</button>
      </header>
      <main id="main" tabindex="-1" @lost=${() => this.#end('Please sign in again.')}>${this.#content(name, id)}</main>
    `;
  }

  #content(name, id) {
    switch (name) {
      case 'search':
        return html`<archive-search .api=${this.api}></archive-search>`;
      case 'cases':
        return html`<case-list .api=${this.api}></case-list>`;
      case 'case':
        return html`<case-view .api=${this.api} .id=${id}></case-view>`;
      case 'status':
        return html`<compliance-status .api=${this.api}></compliance-status>`;
      default:
        return nothing;
    }
  }
}

function here() {
  const [, name = 'status', id = ''] = window.location.hash.split('/');
  return [name || 'status', decodeURIComponent(id)];
}

customElements.define('compliance-app', ComplianceApp);
