import {fullOf} from '../dates.js';
import {Element, html, nothing} from './element.js';
import {explain, problem, skeleton} from './problem.js';

const EVERY = 10_000;

/** What is recorded, how far the archive is and what is missing of it, and the adapters. */
class ComplianceStatus extends Element {
  static properties = {
    api: {attribute: false},
    status: {state: true},
    scope: {state: true},
    adapters: {state: true},
    problem: {state: true},
  };
  #timer = null;

  constructor() {
    super();
    this.status = null;
    this.adapters = [];
    this.problem = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #load() {
    clearTimeout(this.#timer);
    try {
      this.status = await this.api.compliance('GET', 'status');
      this.adapters = (await this.api.compliance('GET', 'adapters')).items;
      this.problem = '';
    } catch (failure) {
      this.problem = explain(failure, this);
    }
    this.#wait();
  }

  /** Looks again after a while; where nobody sees the page, after the next one. */
  #wait() {
    clearTimeout(this.#timer);
    if (this.isConnected) this.#timer = setTimeout(() => (document.visibilityState === 'visible' ? this.#load() : this.#wait()), EVERY);
  }

  async #run(name) {
    try {
      await this.api.compliance('POST', `adapters/${encodeURIComponent(name)}/runs`);
      await this.#load();
    } catch (failure) {
      this.problem = explain(failure, this);
    }
  }

  template() {
    return html`
      <h1 tabindex="-1">Status</h1>
      ${problem(this.problem)} ${this.status ? this.#shown(this.status) : this.problem ? nothing : skeleton}
      <p><button class="link" type="button" @click=${() => this.#load()}>Look again</button></p>
    `;
  }

  #shown({complete, recording, outbox, deadLetters, archive}) {
    const recorded = !recording.installed ? 'off on this server' : recording.everything ? 'on' : 'off';
    return html`
      <p class="verdict ${complete ? 'good' : 'bad'}" role="status">
        ${complete ? 'The archive is complete.' : archive.reachable ? 'The archive is not complete.' : 'The archive cannot be reached.'}
      </p>
      <dl class="facts">
        <dt>Recording</dt>
        <dd>${recorded}${recording.excludedCategories ? `, without ${recording.excludedCategories} categories` : ''}</dd>
        <dt>Records sealed</dt>
        <dd>${archive.records} in ${archive.chunks} chunks, ${archive.unsealed} waiting</dd>
        <dt>Compared up to</dt>
        <dd>${archive.comparedUpTo ? fullOf(archive.comparedUpTo) : 'not yet'}</dd>
        <dt>Missing</dt>
        <dd>${archive.missing}${archive.surplus ? `, and ${archive.surplus} too many` : ''}</dd>
        <dt>Waiting for the archive</dt>
        <dd>${outbox.batches} batches, the oldest for ${outbox.oldestSeconds} s${outbox.full ? '; the outbox is full' : ''}</dd>
        <dt>Refused by the archive</dt>
        <dd>${deadLetters}</dd>
      </dl>
      ${archive.gaps.length
        ? html`<h2>Gaps</h2><ul>${archive.gaps.map((gap) => html`<li>Room ${gap.room}: ${gap.missing}</li>`)}</ul>`
        : nothing}
      <h2>Adapters</h2>
      ${this.adapters.length ? this.#table() : html`<p class="quiet">None is configured.</p>`}
    `;
  }

  #table() {
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label="Adapters">
        <table>
          <thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Exported</th><th scope="col">Last run</th><th scope="col"></th></tr></thead>
          <tbody>
            ${this.adapters.map((adapter) => html`
              <tr>
                <th scope="row">${adapter.name}</th>
                <td>${adapter.type}</td>
                <td>${adapter.exported} of ${adapter.archived}</td>
                <td>${adapter.problem ?? adapter.failure ?? (adapter.endedAt ? fullOf(adapter.endedAt) : 'never')}</td>
                <td>${adapter.problem ? nothing : html`<button class="link" type="button" @click=${() => this.#run(adapter.name)} aria-label="Run ${adapter.name} now">Run now</button>`}</td>
              </tr>`)}
          </tbody>
        </table>
      </div>
    `;
  }
}

customElements.define('compliance-status', ComplianceStatus);
