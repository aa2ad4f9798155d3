import {dayKey} from './dates.js';
import {isMessage} from './folding.js';

const TOGETHER = 5 * 60_000;

/**
 * What a list of messages shows, in order: `{type: 'day', at}`, `{type: 'new'}` (the line before the first message after `newAfter`), `{type: 'message', event, head}` and
 * `{type: 'post', post, head}`. `head` says that the message opens a group: another author than before, or some minutes later.
 */
export function timeline(room, newAfter = null) {
  const entries = [];
  let before = null;
  let lineDrawn = newAfter === null || room.start > newAfter + 1;
  for (const event of room.events) {
    if (!isMessage(event)) continue;
    const newDay = !before || dayKey(before.at) !== dayKey(event.at);
    if (newDay) entries.push({type: 'day', key: `day-${event.seq}`, at: event.at});
    const line = !lineDrawn && event.seq > newAfter;
    if (line) entries.push({type: 'new', key: 'new'});
    lineDrawn ||= line;
    entries.push({type: 'message', key: event.seq, event, head: newDay || line || !together(before, event)});
    before = event;
  }
  for (const post of room.posts) {
    if (post.echo) continue;
    entries.push({type: 'post', key: post.key, post, head: !together(before, post)});
    before = post;
  }
  return entries;
}

function together(before, event) {
  return before !== null && before.author === event.author && Date.parse(event.at) - Date.parse(before.at) < TOGETHER;
}
