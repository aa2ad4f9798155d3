import {dayOf, fullOf, timeOf} from '../dates.js';
import {hue, initials, pieces} from '../text.js';
import {html, nothing} from './element.js';

/** A message that everyone in the room sees. What people wrote is only ever put in as text. */
export function message({event, head}, own) {
  const mine = event.author === own;
  return html`
    <li class=${kind(head, mine)} data-seq=${event.seq}>
      ${head ? face(event) : moment(event.at, 'aside')}
      <div class="said">${head ? byline(event, mine) : nothing}${body(event.body)}</div>
    </li>
  `;
}

/** A post of one's own that is not stored yet. */
export function ownPost({post, head}, chat, room) {
  const {person} = chat;
  return html`
    <li class="${kind(head, true)} ${post.state}" data-key=${post.key}>
      ${head ? face({author: person.account, name: person.name}) : html`<span class="aside"></span>`}
      <div class="said">
        ${head ? byline({...person, at: post.at}, true) : nothing}${body(post.body, post.state === 'sending' ? progress(chat) : nothing)}
        ${post.state === 'failed' ? failure(post, chat, room) : nothing}
      </div>
    </li>
  `;
}

export const dayLine = (at) => html`<li class="day"><span>${dayOf(at)}</span></li>`;

export const newLine = html`<li class="new-line"><span>New</span></li>`;

const kind = (head, mine) => `message${head ? ' head' : ''}${mine ? ' own' : ''}`;

const face = ({author, name}) => html`<span class="face" data-hue=${hue(author)} aria-hidden="true">${initials(name)}</span>`;

const byline = ({name, at}, mine) => html`
  <p class="byline">
    <span class="name">${name}</span>${mine ? html`<span class="you">you</span>` : nothing}${moment(at)}
  </p>
`;

const moment = (at, place = '') => html`<time class=${place} datetime=${at} title=${fullOf(at)}>${timeOf(at)}</time>`;

const body = (text, after = nothing) => html`<p class="body">${pieces(text).map(piece)}${after}</p>`;

const progress = (chat) => html`<span class="progress">${chat.live ? 'Sending…' : 'Waits for the connection…'}</span>`;

const piece = ({text, href}) => (href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>` : text);

const failure = (post, chat, room) => html`
  <p class="failure" role="alert">
    Not sent: ${post.reason}
    <button class="link" type="button" @click=${() => chat.retry(room, post)}>Try again</button>
    <button class="link" type="button" @click=${() => chat.discard(room, post)}>Discard</button>
  </p>
`;
