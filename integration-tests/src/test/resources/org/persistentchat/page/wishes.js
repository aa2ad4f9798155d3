import {enter, equal, event, events, inRoom, sequences, settled} from './support.js';

export async function aStoryIsSentWithItsTitleAndAMessageWithoutAKind() {
  const {line, chat, room} = await inRoom(0);
  chat.post(room, 'It works.', {kind: 'story', title: 'News', reply: 3});
  chat.post(room, 'hello');
  const [story, plain] = line.commands.filter((command) => command.do === 'post');
  equal([story.kind, story.title, story.reply], ['story', 'News', 3]);
  equal([plain.kind, plain.title], [undefined, undefined]);
}

export async function anOwnPostIsKnownByItsKindToo() {
  const {line, chat, room} = await inRoom(0);
  chat.post(room, 'fire', {kind: 'alert'});
  line.send({push: 'events', room: 'r', events: [event(1, 'ana', 'fire')]});
  equal(room.posts[0].echo, undefined);
  line.send({push: 'events', room: 'r', events: [{...event(2, 'ana', 'fire'), kind: 'alert'}]});
  equal(room.posts[0].echo, 2);
}

export async function theLevelIsWhatWasChosenLastOnWhicheverDevice() {
  const chosen = [];
  const follows = async (after) => (after ? {items: [{room: 'r', level: 'mentions'}]} : {items: [], next: 'more'});
  const {line, chat, room} = await inRoom(0, 'r', {follows, follow: async (...choice) => chosen.push(choice)});
  equal(chat.level(room), 'mentions');
  await chat.follow(room, 'all');
  equal([chat.level(room), chosen], ['all', [['r', 'all']]]);
  line.send({push: 'follow', room: 'r', level: 'none'});
  equal(chat.level(room), 'none');
}

export async function aLevelThatIsRefusedIsTakenBackAndSaysWhy() {
  const follow = async () => {
    throw new Error('A level is chosen for as many rooms as can be.');
  };
  const {chat, room} = await inRoom(0, 'r', {follow});
  await chat.follow(room, 'all');
  equal([chat.level(room), room.notice], ['none', 'A level is chosen for as many rooms as can be.']);
}

export async function whatWasDeletedBeforeTheFirstMessageHereIsCountedByTheServer() {
  const {line, chat} = await inRoom(0, 'a');
  const opening = chat.open('b');
  await settled();
  const room = {id: 'b', name: 'b', mayPost: true};
  await line.answer('enter', {room, last: 9, marker: 0, unread: 9, mentions: 0, events: events(8, 9)});
  const opened = await opening;
  equal(opened.unread, 9);
  line.send({push: 'events', room: 'b', events: [{...event(10), kind: 'delete', target: 2}]});
  await new Promise((done) => setTimeout(done, 400));
  const asked = await line.answer('counts', {rooms: [{room: 'b', last: 10, marker: 0, unread: 8, mentions: 0}]});
  equal([asked.rooms, opened.unread], [['b'], 8]);
}

export async function aMessageFarBackIsReachedPageByPage() {
  const {line, chat} = await inRoom(0, 'a');
  const room = await enter(line, chat, 'b', 0);
  room.show(events(7, 9), 9);
  const reaching = chat.reach(room, 2);
  await line.answer('history', {events: events(4, 6), last: 9});
  await line.answer('history', {events: events(1, 3), last: 9});
  equal([await reaching, sequences(room)[0]], [true, 1]);
}

export async function whoSaysThatThereIsNothingOlderIsBelieved() {
  const {line, chat} = await inRoom(0, 'a');
  const room = await enter(line, chat, 'b', 0);
  room.show(events(7, 9), 9);
  const reaching = chat.reach(room, 2);
  await line.answer('history', {events: [], last: 9});
  equal(await reaching, false);
}
