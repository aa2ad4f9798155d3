const MESSAGES = new Set(['message', 'alert', 'story']);

export const isMessage = (event) => MESSAGES.has(event.kind);

/** The events after `change`, which came after them: what it says of a message is what the message is now. The same array if nothing changes. */
export function fold(events, change) {
  const about = (event) =>
    isMessage(event) && !event.deleted && (change.kind === 'purge' ? event.seq <= change.target : event.seq === change.target);
  return events.some(about) ? events.map((event) => (about(event) ? changed(event, change) : event)) : events;
}

function changed(event, change) {
  switch (change.kind) {
    case 'edit':
      return change.deleted ? gone(event) : edited(event, change);
    case 'delete':
    case 'purge':
      return gone(event);
    case 'reaction':
      return {...event, reactions: reacted(event.reactions ?? [], change)};
    case 'pin':
    case 'unpin':
      return {...event, pinned: change.kind === 'pin'};
    default:
      return event;
  }
}

const edited = (event, {body, title, at, author}) => ({
  ...event,
  body,
  title: title ?? event.title,
  edited: author === event.author ? {at} : {at, by: author},
});

const gone = ({seq, kind, author, name, at, reply}) => ({seq, kind, author, name, at, reply, deleted: true});

function reacted(reactions, {emoji, count, accounts}) {
  if (!count) return reactions.filter((reaction) => reaction.emoji !== emoji);
  const now = {emoji, count, accounts};
  return reactions.some((reaction) => reaction.emoji === emoji)
    ? reactions.map((reaction) => (reaction.emoji === emoji ? now : reaction))
    : [...reactions, now];
}
