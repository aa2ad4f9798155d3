import {fullOf} from '../dates.js';
import {Element, html, nothing} from './element.js';
import {explain, problem, skeleton} from './problem.js';

/** The cases of which one is a member, and a new one. */
class CaseList extends Element {
  static properties = {api: {attribute: false}, items: {state: true}, problem: {state: true}, busy: {state: true}};

  constructor() {
    super();
    this.items = null;
    this.problem = '';
    this.busy = false;
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.items = (await this.api.compliance('GET', 'cases')).items;
    } catch (failure) {
      this.problem = explain(failure, this);
    }
  }

  template() {
    return html`
      <h1 tabindex="-1">Cases</h1>
      ${problem(this.problem)} ${this.items ? this.#list() : this.problem ? nothing : skeleton}
      <h2>New case</h2>
      <form class="query" @submit=${(event) => this.#create(event)}>
        <p><label for="name">Name</label><input id="name" name="name" required maxlength="256" /></p>
        <p><label for="members">Further members (accounts)</label><input id="members" name="members" autocapitalize="none" spellcheck="false" /></p>
        <p class="wide"><label for="description">Description</label><textarea id="description" name="description" maxlength="2000" rows="3"></textarea></p>
        <p class="actions"><button class="primary" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>Open case</button></p>
      </form>
    `;
  }

  #list() {
    if (!this.items.length) return html`<p class="quiet">You are a member of no case yet.</p>`;
    return html`
      <ul class="records">
        ${this.items.map((one) => html`
          <li><a href="#/case/${one.id}">${one.name}</a> <span class="quiet">${one.closed ? 'closed, ' : ''}${one.records} records, since ${fullOf(one.createdAt)}</span></li>`)}
      </ul>
    `;
  }

  async #create(event) {
    event.preventDefault();
    if (this.busy) return;
    const {name, description, members} = event.target.elements;
    const accounts = members.value.split(/[\s,]+/).filter(Boolean);
    this.busy = true;
    try {
      const made = await this.api.compliance('POST', 'cases', {body: {name: name.value.trim(), description: description.value, members: accounts}});
      window.location.hash = `#/case/${made.id}`;
    } catch (failure) {
      this.problem = explain(failure, this);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('case-list', CaseList);
