import {Room} from '/app/room.js';
import {enter, equal, event, events, inRoom, sequences, settled} from './support.js';

export async function aBreakIsResumedFromTheLastEvent() {
  const {line, room} = await inRoom(3);
  await line.cutAndComeBack();
  equal(line.commands[0].rooms, [{room: 'r', after: 3}]);
  await line.answer('resume', {rooms: [{room: 'r', last: 5, events: events(4, 5)}]});
  equal(sequences(room), [1, 2, 3, 4, 5]);
}

export async function manyRoomsAreResumedInAsFewCommandsAsTheServerAllows() {
  const {line, chat} = await inRoom(1, 'a');
  await enter(line, chat, 'b', 1);
  await enter(line, chat, 'c', 1);
  await line.cutAndComeBack();
  const {rooms} = await line.answer('resume', {rooms: ['a', 'b'].map((room) => ({room, last: 1, events: []}))});
  equal(rooms.length, 2);
  const rest = await line.answer('resume', {rooms: [{room: 'c', last: 1, events: []}]});
  equal(rest.rooms, [{room: 'c', after: 1}]);
}

export async function aResetIsReadFromTheHistory() {
  const {line, room} = await inRoom(3);
  await line.cutAndComeBack();
  await line.answer('resume', {rooms: [{room: 'r', last: 9_000, events: [], reset: true}]});
  line.send({push: 'events', room: 'r', events: [event(9_001)]});
  await line.answer('history', {events: events(8_999, 9_000), last: 9_000});
  equal(sequences(room), [8_999, 9_000, 9_001]);
}

export async function aRoomThatIsRefusedDoesNotTouchTheOthers() {
  const {line, chat, room} = await inRoom(1, 'a');
  const other = await enter(line, chat, 'b', 1);
  await line.cutAndComeBack();
  const error = {code: 'NOT_A_MEMBER', number: 201, retry: false, message: 'no'};
  await line.answer('resume', {rooms: [{room: 'a', error}, {room: 'b', last: 2, events: [event(2)]}]});
  equal([room.refusal.code, room.joined, other.joined, sequences(other)], ['NOT_A_MEMBER', false, true, [1, 2]]);
}

export async function aPostWithoutAnswerIsSentAgainWithItsKey() {
  const {line, chat, room} = await inRoom(0);
  chat.post(room, 'hello');
  const [{key}] = line.commands.filter((command) => command.do === 'post');
  await line.cutAndComeBack();
  await line.answer('resume', {rooms: [{room: 'r', last: 1, events: [event(1, 'ana', 'hello')]}]});
  const again = await line.answer('post', {seq: 1, at: '2026-11-24T08:30:00.000Z'});
  equal([again.key, again.body, sequences(room), room.posts.length], [key, 'hello', [1], 0]);
}

export async function aPostWrittenDuringABreakIsSentAfterTheResume() {
  const {line, chat, room} = await inRoom(0);
  await line.cut();
  chat.post(room, 'one');
  chat.post(room, 'two');
  await line.comeBack();
  equal(line.commands.map((command) => command.do), ['resume']);
  await line.answer('resume', {rooms: [{room: 'r', last: 0, events: []}]});
  equal(line.commands.slice(1).map((command) => command.body), ['one', 'two']);
}

export async function aRefusedPostKeepsItsTextAndItsKey() {
  const {line, chat, room} = await inRoom(0);
  chat.post(room, 'hello');
  const {key} = await line.refuse('post', {code: 'NOT_PERMITTED', number: 114, retry: false, message: 'no'});
  equal([room.posts[0].state, room.posts[0].reason], ['failed', 'no']);
  chat.retry(room, room.posts[0]);
  equal(line.commands.at(-1).key, key);
}

export async function aPostIsShownOnceThoughItsEventComesBeforeItsAnswer() {
  const {line, chat, room} = await inRoom(0);
  chat.post(room, 'hello');
  line.send({push: 'events', room: 'r', events: [event(1, 'ana', 'hello')]});
  equal(room.posts.filter((post) => !post.echo).length, 0);
  await line.answer('post', {seq: 1, at: '2026-11-24T08:30:00.000Z'});
  equal([sequences(room), room.posts.length], [[1], 0]);
}

export async function aPostStaysUntilItsEventIsThere() {
  const {line, chat, room} = await inRoom(0);
  chat.post(room, 'hello');
  await line.answer('post', {seq: 2, at: '2026-11-24T08:30:00.000Z'});
  equal(room.posts.length, 1);
  line.send({push: 'events', room: 'r', events: [event(1), event(2, 'ana', 'hello')]});
  equal([room.posts.length, sequences(room)], [0, [1, 2]]);
}

export async function aMissingPushIsReadFromTheHistory() {
  const {line, room} = await inRoom(1);
  line.send({push: 'events', room: 'r', events: [event(4)]});
  const {after} = await line.answer('history', {events: events(2, 4), last: 4});
  equal([after, sequences(room)], [1, [1, 2, 3, 4]]);
}

export async function aPushBeforeTheReplyThatEntersIsKept() {
  const {line, chat} = await inRoom(0, 'first');
  const opening = chat.open('r');
  await settled();
  line.send({push: 'events', room: 'r', events: [event(2)]});
  await line.answer('enter', {room: {id: 'r', name: 'r'}, last: 1, marker: 0, events: [event(1)]});
  equal(sequences(await opening), [1, 2]);
}

export async function theMarkerIsSentOnceThePersonHasSeenTheNewest() {
  const {line, chat, room} = await inRoom(3);
  chat.seen(room, 2);
  chat.seen(room, 3);
  equal(room.unread, 0);
  await new Promise((done) => setTimeout(done, 600));
  const marks = line.commands.filter((command) => command.do === 'mark');
  equal(marks.map(({seq}) => seq), [3]);
}

export function eventsThatAreThereAreDropped() {
  const room = new Room({id: 'r'});
  room.show(events(1, 3), 3);
  equal(room.append(events(2, 5)), true);
  equal([sequences(room), room.last], [[1, 2, 3, 4, 5], 5]);
}

export function anOlderPageIsOnlyTakenIfItFits() {
  const room = new Room({id: 'r'});
  room.show(events(10, 12), 12);
  room.prepend(events(5, 8));
  equal(room.start, 10);
  room.prepend(events(5, 9));
  equal([room.start, room.complete], [5, false]);
}
