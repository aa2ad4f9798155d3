import {ReactiveElement} from '../../vendor/reactive-element/reactive-element.js';
import {html, nothing, render, svg} from '../../vendor/lit-html/lit-html.js';

export {html, nothing, svg};

/**
 * A custom element that renders `template()` into itself. In the light DOM on purpose: labels, live regions and style sheets work across elements, and the page needs
 * no inline style.
 */
export class Element extends ReactiveElement {
  createRenderRoot() {
    return this;
  }

  update(changed) {
    super.update(changed);
    render(this.template(), this, {host: this});
  }
}

/** Renders the host again whenever the object that `target()` gives says `change`. */
export class Watch {
  #host;
  #target;
  #watched = null;
  #listener = () => this.#host.requestUpdate();

  constructor(host, target) {
    this.#host = host;
    this.#target = target;
    host.addController(this);
  }

  hostConnected() {
    this.#follow(this.#target());
  }

  hostUpdate() {
    this.#follow(this.#target());
  }

  hostDisconnected() {
    this.#follow(null);
  }

  #follow(target) {
    if (target === this.#watched) return;
    this.#watched?.removeEventListener('change', this.#listener);
    target?.addEventListener('change', this.#listener);
    this.#watched = target ?? null;
  }
}
