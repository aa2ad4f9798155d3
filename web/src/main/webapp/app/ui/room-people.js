import {Element, html, nothing, Watch} from './element.js';

const people = (count) => `${count.toLocaleString()} here`;

/** Who is in the room now: how many, and on demand their names. */
class RoomPeopleView extends Element {
  static properties = {people: {attribute: false}};

  constructor() {
    super();
    new Watch(this, () => this.people);
  }

  template() {
    const {count, names} = this.people;
    if (count === null) return nothing;
    if (!names) return html`<span class="here" title="Too many for a list of names">${people(count)}</span>`;
    const sorted = [...names].sort(([, a], [, b]) => a.localeCompare(b));
    return html`
      <details class="here" @keydown=${this.#keyed} @focusout=${this.#left}>
        <summary aria-label="${people(count)}, show their names">${people(count)}</summary>
        <ul aria-label="In the room">${sorted.map(([account, name]) => html`<li title=${account}>${name}</li>`)}</ul>
      </details>
    `;
  }

  #keyed({key, currentTarget}) {
    if (key !== 'Escape' || !currentTarget.open) return;
    currentTarget.open = false;
    currentTarget.querySelector('summary').focus();
  }

  #left({relatedTarget, currentTarget}) {
    if (!currentTarget.contains(relatedTarget)) currentTarget.open = false;
  }
}

customElements.define('room-people', RoomPeopleView);
