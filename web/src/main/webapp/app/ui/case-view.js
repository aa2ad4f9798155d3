import {Element, html, nothing} from './element.js';
import {records} from './archive-records.js';
import {explain, problem, skeleton} from './problem.js';

/** One case: its records, closing it, and its sealed package. */
class CaseView extends Element {
  static properties = {
    api: {attribute: false},
    id: {attribute: false},
    shown: {state: true},
    items: {state: true},
    next: {state: true},
    problem: {state: true},
    notice: {state: true},
    busy: {state: true},
  };

  constructor() {
    super();
    this.shown = null;
    this.items = [];
    this.next = null;
    this.problem = '';
    this.notice = '';
    this.busy = false;
  }

  updated(changed) {
    if (changed.has('id')) this.#load();
  }

  async #load() {
    await this.#try(async () => {
      this.shown = await this.api.complianceCase(this.id);
      this.items = [];
      await this.#page('');
    });
  }

  async #page(after) {
    const page = await this.api.compliance('GET', `cases/${this.id}/records?limit=100${after && `&after=${after}`}`);
    this.items = [...this.items, ...page.items];
    this.next = page.next ?? null;
  }

  async #try(act) {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    try {
      await act();
    } catch (failure) {
      this.problem = explain(failure, this);
    } finally {
      this.busy = false;
    }
  }

  template() {
    if (!this.shown) return html`<h1 tabindex="-1">Case</h1>${problem(this.problem)}${this.problem ? nothing : skeleton}`;
    const {name, description, members, closed, records: count} = this.shown;
    return html`
      <h1 tabindex="-1">${name}</h1>
      <p class="said">${description}</p>
      <p class="quiet">${closed ? 'Closed. ' : ''}${count} records. Members: ${members.join(', ')}.</p>
      ${problem(this.problem)}
      <p class="quiet" role="status">${this.notice}</p>
      <p class="actions">
        <button class="primary" type="button" aria-disabled=${this.busy || !count ? 'true' : 'false'} @click=${() => count && this.#download()}>Download sealed package</button>
        <button class="link" type="button" @click=${() => this.#close(!closed)}>${closed ? 'Open again' : 'Close the case'}</button>
      </p>
      <h2>Records</h2>
      ${this.items.length ? nothing : html`<p class="quiet">None yet: pick some in the search.</p>`}
      ${records(this.items, (item) => closed
        ? nothing
        : html`<button class="link" type="button" @click=${() => this.#remove(item)} aria-label="Take record ${item.position} out">Take out</button>`)}
      ${this.next === null ? nothing : html`<p><button class="primary" type="button" @click=${() => this.#try(() => this.#page(this.next))}>More</button></p>`}
    `;
  }

  async #close(closed) {
    await this.#try(async () => {
      await this.api.compliance('PATCH', `cases/${this.id}`, {body: {closed}, etag: this.shown.etag});
      this.shown = await this.api.complianceCase(this.id);
    });
  }

  async #remove(item) {
    await this.#try(async () => {
      await this.api.compliance('DELETE', `cases/${this.id}/records/${item.position}`);
      this.items = this.items.filter((one) => one !== item);
      this.shown = {...this.shown, records: this.shown.records - 1};
    });
  }

  async #download() {
    await this.#try(async () => {
      this.notice = 'The package is being made…';
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await this.api.compliancePackage(this.id));
      link.download = `case-${this.id}.zip`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      this.notice = 'The package was made.';
    });
    if (this.problem) this.notice = '';
  }
}

customElements.define('case-view', CaseView);
