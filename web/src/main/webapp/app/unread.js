import {isMessage} from './folding.js';

/**
 * What is unread in a room: what the server counted last, kept true by what has happened since, or counted here if everything after the marker is loaded. `counted` is
 * `{last, marker, unread, mentions}` or null; `events` are contiguous and end with the newest.
 */
export function unread({counted, marker, last, events, self}) {
  if (marker >= last) return {unread: 0, mentions: 0};
  const current = counted?.marker === marker;
  const since = others(events, current ? counted.last : marker, self);
  const covered = events.length && events[0].seq <= marker + 1;
  const mentions = (current ? counted.mentions : 0) + since.filter((event) => mentioned(event, self)).length;
  if (covered) return {unread: others(events, marker, self).length, mentions};
  if (current) return {unread: counted.unread + since.length, mentions};
  return {unread: Math.min(last - marker, counted?.unread ?? Infinity), mentions: 0};
}

const others = (events, after, self) =>
  events.filter((event) => event.seq > after && isMessage(event) && event.author !== self && !event.deleted);

const mentioned = ({body}, self) => Boolean(self) && (body ?? '').toLowerCase().split(/[\s,;:!?()]+/).includes(`@${self.toLowerCase()}`);
