import {Element, html, nothing} from './element.js';
import {records} from './archive-records.js';
import {explain, problem, skeleton} from './problem.js';

/** Empty pages that are passed over before the reader is asked whether to go on. */
const PASSED = 20;

/** Search in the archive, and what of it is picked for a case. */
class ArchiveSearch extends Element {
  static properties = {
    api: {attribute: false},
    items: {state: true},
    next: {state: true},
    busy: {state: true},
    problem: {state: true},
    notice: {state: true},
    cases: {state: true},
  };
  #query = null;
  #search = 0;

  constructor() {
    super();
    this.items = null;
    this.next = null;
    this.busy = false;
    this.problem = '';
    this.notice = '';
    this.cases = [];
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.cases = (await this.api.compliance('GET', 'cases')).items.filter((one) => !one.closed);
    } catch (failure) {
      this.problem = explain(failure, this);
    }
  }

  template() {
    return html`
      <h1 tabindex="-1">Search</h1>
      <form class="query" @submit=${(event) => this.#submit(event)}>
        <p class="wide"><label for="words">Words, all of them</label><input id="words" name="words" type="search" maxlength="1000" /></p>
        <p><label for="person">Person (account or e-mail)</label><input id="person" name="person" autocapitalize="none" spellcheck="false" /></p>
        <p class="check"><input id="present" name="present" type="checkbox" /><label for="present">also what happened while they were there</label></p>
        <p><label for="room">Room (name or id)</label><input id="room" name="room" /></p>
        <p><label for="category">Category</label><input id="category" name="category" /></p>
        <p><label for="from">From (UTC)</label><input id="from" name="from" type="datetime-local" step="1" /></p>
        <p><label for="until">Until (UTC)</label><input id="until" name="until" type="datetime-local" step="1" /></p>
        <p><label for="kinds">Kinds, such as POST EDIT</label><input id="kinds" name="kinds" autocapitalize="characters" spellcheck="false" /></p>
        <p class="actions"><button class="primary" type="submit">${this.busy ? 'Searching…' : 'Search'}</button></p>
      </form>
      ${problem(this.problem)}
      <p class="quiet" role="status">${this.notice}</p>
      ${this.items === null ? (this.busy ? skeleton : nothing) : this.#found()}
    `;
  }

  #found() {
    return html`
      <h2>Found</h2>
      ${this.cases.length && this.items.length
        ? html`<p><label for="case">Case to pick for</label> <select id="case">${this.cases.map((one) => html`<option value=${one.id}>${one.name}</option>`)}</select></p>`
        : nothing}
      ${this.items.length || this.next !== null ? nothing : html`<p class="quiet">Nothing in the archive fits.</p>`}
      ${records(this.items, (item) => this.cases.length
        ? html`<button class="link" type="button" @click=${() => this.#pick(item)} aria-label="Pick record ${item.position}">Pick</button>`
        : nothing)}
      ${this.next === null
        ? nothing
        : html`<p><button class="primary" type="button" @click=${() => this.busy || this.#go()} aria-disabled=${this.busy ? 'true' : 'false'}>${this.busy ? 'Searching…' : 'Search on'}</button></p>`}
    `;
  }

  #submit(event) {
    event.preventDefault();
    const fields = event.target.elements;
    const text = (name) => fields[name].value.trim() || undefined;
    const time = (name) => (fields[name].value ? new Date(`${fields[name].value}Z`).toISOString() : undefined);
    this.#query = {
      words: text('words'),
      person: text('person'),
      present: fields.present.checked || undefined,
      rooms: text('room') && [text('room')],
      category: text('category'),
      kinds: text('kinds')?.toUpperCase().split(/[\s,]+/),
      from: time('from'),
      until: time('until'),
    };
    this.items = null;
    this.next = 0;
    this.notice = '';
    this.#search++;
    this.#go();
  }

  /** Goes on until something is found. What an earlier search finds when there is a newer one is not looked at. */
  async #go() {
    const search = this.#search;
    this.busy = true;
    this.problem = '';
    try {
      for (let page = 0; page < PASSED && this.next !== null; page++) {
        const found = await this.api.compliance('POST', 'searches', {body: {...this.#query, after: this.next}});
        if (search !== this.#search) return;
        this.items = [...(this.items ?? []), ...found.items];
        this.next = found.next ?? null;
        if (found.items.length) break;
      }
      this.notice = `${this.items.length} records${this.next === null ? ', that is all.' : ' so far.'}`;
    } catch (failure) {
      if (search === this.#search) this.problem = explain(failure, this);
    } finally {
      if (search === this.#search) this.busy = false;
    }
  }

  async #pick(item) {
    try {
      const picked = await this.api.compliance('POST', `cases/${this.querySelector('#case').value}/records`, {body: {positions: [item.position]}});
      this.notice = picked.added ? `Picked. The case has ${picked.records} ${picked.records === 1 ? 'record' : 'records'}.` : 'The case has it already.';
    } catch (failure) {
      this.problem = explain(failure, this);
    }
  }
}

customElements.define('archive-search', ArchiveSearch);
