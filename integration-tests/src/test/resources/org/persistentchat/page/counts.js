import {RoomPeople} from '/app/people.js';
import {unread} from '/app/unread.js';
import {equal, event, events} from './support.js';

const of = (state) => unread({counted: null, marker: 0, last: 0, events: [], self: 'ana', ...state});

export function nothingIsUnreadAtTheEnd() {
  equal(of({counted: {last: 5, marker: 2, unread: 3, mentions: 1}, marker: 5, last: 5}), {unread: 0, mentions: 0});
}

export function whatTheServerCountedIsKeptTrueByWhatCameSince() {
  const counted = {last: 100, marker: 90, unread: 7, mentions: 1};
  const since = [event(100), event(101), event(102, 'ana'), event(103, 'ben', 'hello @ana!')];
  equal(of({counted, marker: 90, last: 103, events: since}), {unread: 9, mentions: 2});
}

export function whatIsLoadedIsCountedHereWithoutOwnAndDeletedMessages() {
  const loaded = [...events(1, 2), event(3, 'ana'), {...event(4), deleted: true}, event(5)];
  equal(of({marker: 1, last: 5, events: loaded}), {unread: 2, mentions: 0});
}

export function aMarkerThatMovedHereHoldsBeforeTheServerHasCountedAgain() {
  const counted = {last: 5, marker: 0, unread: 5, mentions: 0};
  equal(of({counted, marker: 3, last: 5, events: events(1, 5)}), {unread: 2, mentions: 0});
}

export function whoComesAndGoesChangesTheRoster() {
  const people = new RoomPeople();
  people.pushed({push: 'roster', count: 1, people: [{account: 'ana', name: 'Ana'}]});
  people.pushed({push: 'presence', count: 1, came: [{account: 'ben', name: 'Ben'}], went: ['ana']});
  equal([people.count, [...people.names.values()]], [1, ['Ben']]);
  people.pushed({push: 'typing', people: [{account: 'ben', name: 'Ben'}]});
  people.pushed({push: 'occupancy', count: 16_000});
  equal([people.count, people.names, people.typing], [16_000, null, []]);
}
