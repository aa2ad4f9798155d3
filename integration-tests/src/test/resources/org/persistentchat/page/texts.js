import {dayOf} from '/app/dates.js';
import {initials, pieces} from '/app/text.js';
import {timeline} from '/app/timeline.js';
import {equal, event} from './support.js';

const links = (text) => pieces(text).filter(({href}) => href).map((piece) => piece.text);

export function onlyHttpAndHttpsBecomeLinks() {
  equal(links('http://a.example https://b.example/x javascript:alert(1) file:///etc ftp://c data:text/html,x'), [
    'http://a.example',
    'https://b.example/x',
  ]);
}

export function aLinkEndsBeforeThePunctuationOfItsSentence() {
  equal(links('see https://a.example/x, (https://b.example/y) and https://c.example/z_(w).'), [
    'https://a.example/x',
    'https://b.example/y',
    'https://c.example/z_(w)',
  ]);
}

export function nothingOfTheTextIsLost() {
  for (const text of ['', 'plain', 'https://a.example', 'x https://a.example. y', 'https:// <b>"https://"</b>', 'a\n\nb']) {
    equal(pieces(text).map((piece) => piece.text).join(''), text);
  }
}

export function initialsAreThoseOfTheFirstAndTheLastName() {
  equal(['Ana Ruiz', 'Ben', 'Jean Paul van Dam', '😀 x'].map(initials), ['AR', 'B', 'JD', '😀X']);
}

export function daysNearByHaveWords() {
  const now = new Date(2026, 10, 24, 12);
  equal(dayOf(new Date(2026, 10, 24, 1).toISOString(), now), 'Today');
  equal(dayOf(new Date(2026, 10, 23, 23).toISOString(), now), 'Yesterday');
}

export function messagesOfOneAuthorWithinMinutesBelongTogether() {
  const at = (seq, author, minute) => ({...event(seq, author), at: new Date(2026, 10, 24, 8, minute).toISOString()});
  const room = {start: 1, posts: [], events: [at(1, 'a', 0), at(2, 'a', 1), at(3, 'b', 2), at(4, 'b', 20)]};
  const heads = timeline(room).filter(({type}) => type === 'message').map(({head}) => head);
  equal(heads, [true, false, true, true]);
}

export function theLineStandsBeforeTheFirstUnreadMessage() {
  const room = {start: 1, posts: [], events: [event(1), event(2), event(3)]};
  equal(timeline(room, 2).map(({type, key}) => (type === 'message' ? key : type)), ['day', 1, 2, 'new', 3]);
}

export function anUnknownKindIsShownAsNothing() {
  const room = {start: 1, posts: [], events: [event(1), {...event(2), kind: 'later'}]};
  equal(timeline(room).filter(({type}) => type === 'message').length, 1);
}
