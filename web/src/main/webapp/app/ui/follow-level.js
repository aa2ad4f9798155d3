import {Element, html, Watch} from './element.js';
import {icons} from './icons.js';

const LEVELS = {all: 'Everything', mentions: 'Mentions', none: 'Nothing'};

/** What the person is told of the room while they are elsewhere. */
class FollowLevel extends Element {
  static properties = {chat: {attribute: false}, room: {attribute: false}};

  constructor() {
    super();
    new Watch(this, () => this.room);
  }

  template() {
    const level = this.chat.level(this.room);
    return html`
      <label class="follow" title="What you are told while you are in another room">
        ${icons.bell}<span class="visually-hidden">Tell me while I am elsewhere</span>
        <select .value=${level} @change=${({target}) => this.chat.follow(this.room, target.value)}>
          ${Object.entries(LEVELS).map(([value, words]) => html`<option value=${value} ?selected=${value === level}>${words}</option>`)}
        </select>
      </label>
    `;
  }
}

customElements.define('follow-level', FollowLevel);
