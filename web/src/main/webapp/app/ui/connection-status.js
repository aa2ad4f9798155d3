import {Element, html, nothing} from './element.js';

/** The state of the connection in words. */
class ConnectionStatus extends Element {
  static properties = {connection: {attribute: false}};
  #listener = () => this.requestUpdate();
  #tick = null;

  connectedCallback() {
    super.connectedCallback();
    this.connection.addEventListener('state', this.#listener);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.connection.removeEventListener('state', this.#listener);
    clearTimeout(this.#tick);
  }

  updated() {
    clearTimeout(this.#tick);
    if (this.connection.state.name === 'reconnecting') this.#tick = setTimeout(this.#listener, 500);
  }

  template() {
    const {name} = this.connection.state;
    const retry = name === 'reconnecting' || name === 'ended';
    return html`
      <span class="status" data-state=${name}>
        <span class="dot"></span>
        <span>${this.#words()}</span>
      </span>
      ${retry ? html`<button class="link" type="button" @click=${() => this.connection.retryNow()}>Connect now</button>` : nothing}
      <span class="visually-hidden" role="status">${this.#announcement()}</span>
    `;
  }

  #words() {
    const {name, at, reason} = this.connection.state;
    switch (name) {
      case 'live':
        return 'Live';
      case 'reconnecting':
        return `Reconnecting in ${Math.max(1, Math.ceil((at - Date.now()) / 1_000))} s`;
      case 'offline':
        return 'Offline';
      case 'signed-out':
        return 'Signed out';
      case 'ended':
        return reason;
      default:
        return 'Connecting…';
    }
  }

  // Without the countdown, which would be read out every second.
  #announcement() {
    const {name} = this.connection.state;
    return {live: 'Connected', reconnecting: 'Connection lost, reconnecting', offline: 'Offline'}[name] ?? '';
  }
}

customElements.define('connection-status', ConnectionStatus);
