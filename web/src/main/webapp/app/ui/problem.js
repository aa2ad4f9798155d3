import {Refusal} from '../errors.js';
import {html, nothing} from './element.js';

const WORDS = {
  NOT_PERMITTED: 'Only compliance officers see this.',
  ARCHIVE_UNAVAILABLE: 'The archive cannot be reached at the moment. Nothing is lost; try again in a little while.',
  BUSY: 'The server is busy. Try again in a little while.',
  PRECONDITION_FAILED: 'Somebody else changed it in the meantime. Load it again.',
};

/** What a failure means to who reads it. A session that has ended is told to the page. */
export function explain(failure, element) {
  if (!(failure instanceof Refusal)) return 'The server cannot be reached. Check your connection and try again.';
  if (failure.status === 401) element.dispatchEvent(new CustomEvent('lost', {bubbles: true}));
  return WORDS[failure.code] ?? failure.message;
}

export const problem = (text) => (text ? html`<p class="problem" role="alert">${text}</p>` : nothing);

export const skeleton = html`<div class="skeleton" role="status" aria-label="Loading"><i></i><i></i><i></i></div>`;
