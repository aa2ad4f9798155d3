import {dayOf, fullOf, timeOf} from '../dates.js';
import {blocks, runs} from '../markdown.js';
import {hue, initials} from '../text.js';
import {html, nothing} from './element.js';

/** A message that everyone in the room sees. What people wrote is only ever put in as text. */
export function message({event, head}, chat, room) {
  const mine = event.author === chat.person.account;
  return html`
    <li class="${kind(head, mine)} ${event.kind}${event.deleted ? ' gone' : ''}" data-seq=${event.seq}>
      ${head ? face(event) : moment(event.at, 'aside')}
      <div class="said">${head ? byline(event, mine) : nothing}${quoted(event, room)}${event.deleted ? deleted : content(event)}${reactions(event, chat, room)}</div>
      ${event.deleted ? nothing : actions(event, mine, chat, room)}
    </li>
  `;
}

const deleted = html`<p class="body quiet">This message was deleted.</p>`;

const opening = ({kind: said, title}) => html`
  ${said === 'alert' ? html`<p class="importance">Important</p>` : nothing}
  ${title ? html`<h2 class="story-title">${title}</h2>` : nothing}
`;

const content = (event) => html`
  ${opening(event)}
  ${event.kind === 'message' && !event.edited && !event.pinned ? text(event.body) : text(event.body, marks(event))}
`;

const marks = ({edited, pinned}) => html`<span class="marks"
  >${edited ? html`<span class="edited" title=${fullOf(edited.at)}>${edited.by ? `edited by ${edited.by}` : 'edited'}</span>` : nothing}${pinned
    ? html`<span class="pinned">pinned</span>`
    : nothing}</span
>`;

function quoted({reply}, room) {
  if (!reply) return nothing;
  const answered = room.message(reply);
  const words = answered?.deleted ? 'a deleted message' : answered ? `${answered.name}: ${(answered.title ?? answered.body).slice(0, 120)}` : 'an earlier message';
  return html`<p class="answers">In answer to ${words}</p>`;
}

const reactions = (event, chat, room) =>
  event.reactions?.length
    ? html`<p class="reactions">${event.reactions.map((reaction) => reactionButton(event, reaction, chat, room))}</p>`
    : nothing;

function reactionButton(event, {emoji, count, accounts}, chat, room) {
  const own = accounts.includes(chat.person.account);
  const toggle = () => chat.change(room, 'react', event.seq, {emoji, on: !own});
  return html`<button class="reaction" type="button" aria-pressed=${own} title=${accounts.join(', ')} aria-label="${emoji} ${count}" @click=${toggle}>${emoji} ${count}</button>`;
}

const actions = (event, mine, chat, room) => html`
  <div class="actions" role="group" aria-label="Message of ${event.name}">
    ${room.info.mayPost === false ? nothing : action('Reply', () => room.compose({reply: event}))}
    ${action('👍', () => chat.change(room, 'react', event.seq, {emoji: '👍', on: true}), 'React with thumbs up')}
    ${mayPin(room) ? action(event.pinned ? 'Unpin' : 'Pin', () => chat.change(room, 'pin', event.seq, {on: !event.pinned})) : nothing}
    ${mine && room.info.mayPost !== false ? action('Edit', () => room.compose({edit: event})) : nothing}
    ${mine ? action('Delete', () => confirm('Delete this message for everyone?') && chat.change(room, 'delete', event.seq)) : nothing}
  </div>
`;

const mayPin = ({info}) => info.mayPost !== false || info.mayManage;

const action = (label, act, spoken = label) => html`<button class="link" type="button" aria-label=${spoken} @click=${act}>${label}</button>`;

/** A post of one's own that is not stored yet. */
export function ownPost({post, head}, chat, room) {
  const {person} = chat;
  return html`
    <li class="${kind(head, true)} ${post.kind} ${post.state}" data-key=${post.key}>
      ${head ? face({author: person.account, name: person.name}) : html`<span class="aside"></span>`}
      <div class="said">
        ${head ? byline({...person, at: post.at}, true) : nothing}${opening(post)}${text(post.body, post.state === 'sending' ? progress(chat) : nothing)}
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

/** The text of a message: its blocks, the last paragraph with what comes after. */
function text(source, after = nothing) {
  const all = blocks(source);
  if (all.length === 1 && all[0].type === 'text') return html`<p class="body">${inline(source)}${after}</p>`;
  return html`<div class="body">${all.map(block)}${after}</div>`;
}

function block({type, ordered, lines}) {
  if (type === 'code') return html`<pre><code>${lines.join('\n')}</code></pre>`;
  if (type === 'quote') return html`<blockquote>${inline(lines.join('\n'))}</blockquote>`;
  if (type === 'list') {
    const items = lines.map((line) => html`<li>${inline(line)}</li>`);
    return ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
  }
  return html`<p>${inline(lines.join('\n'))}</p>`;
}

const inline = (line) => runs(line).map(run);

function run({text: words, href, mark, runs: within}) {
  switch (mark) {
    case 'strong':
      return html`<strong>${within.map(run)}</strong>`;
    case 'em':
      return html`<em>${within.map(run)}</em>`;
    case 's':
      return html`<s>${within.map(run)}</s>`;
    case 'code':
      return html`<code>${within.map(run)}</code>`;
    default:
      return href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${words}</a>` : words;
  }
}

const progress = (chat) => html`<span class="progress">${chat.live ? 'Sending…' : 'Waits for the connection…'}</span>`;

const failure = (post, chat, room) => html`
  <p class="failure" role="alert">
    Not sent: ${post.reason}
    <button class="link" type="button" @click=${() => chat.retry(room, post)}>Try again</button>
    <button class="link" type="button" @click=${() => chat.discard(room, post)}>Discard</button>
  </p>
`;
