import {Element, html, nothing, Watch} from './element.js';

const NAMED = 3;

/** Who else types in the room. Not announced: it would interrupt whoever listens to the messages. */
class TypingLine extends Element {
  static properties = {people: {attribute: false}, self: {attribute: false}};

  constructor() {
    super();
    new Watch(this, () => this.people);
  }

  template() {
    const others = this.people.typing.filter(({account}) => account !== this.self).map(({name}) => name);
    return html`<p class="typing quiet">${others.length ? words(others) : nothing}</p>`;
  }
}

function words(names) {
  if (names.length > NAMED) return `${names.length} people are typing…`;
  if (names.length === 1) return `${names[0]} is typing…`;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)} are typing…`;
}

customElements.define('typing-line', TypingLine);
