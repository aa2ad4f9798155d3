import {dayOf} from '/app/dates.js';
import {fold} from '/app/folding.js';
import {blocks, runs} from '/app/markdown.js';
import {initials} from '/app/text.js';
import {timeline} from '/app/timeline.js';
import {equal, event} from './support.js';

const links = (text) => runs(text).filter(({href}) => href).map((run) => run.text);

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
    equal(runs(text).map((run) => run.text).join(''), text);
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

const marks = (text) => runs(text).map(({mark, text: words, runs: within}) => (mark ? [mark, within.map((run) => run.text).join('')] : words));

export function marksAreRunsOfPlainText() {
  equal(marks('a **b** _c_ ~~d~~ `e *f*`'), ['a ', ['strong', 'b'], ' ', ['em', 'c'], ' ', ['s', 'd'], ' ', ['code', 'e *f*']]);
  equal(marks('snake_case_name 2 ** 3 \\*\\*no\\*\\*'), ['snake_case_name 2 ** 3 **no**']);
  equal(marks('<b onclick="x">**'), ['<b onclick="x">**']);
}

export function linesAreBlocks() {
  equal(
    blocks('one\ntwo\n> said\n- a\n- b\n1. c\n```\n> **x**\n```\nend').map(({type, ordered, lines}) => [type, ordered, lines]),
    [
      ['text', false, ['one', 'two']],
      ['quote', false, ['said']],
      ['list', false, ['a', 'b']],
      ['list', true, ['c']],
      ['code', false, ['> **x**']],
      ['text', false, ['end']],
    ],
  );
}

export function aTextOfMarksOnlyTakesNoTimeAndLosesNothing() {
  const length = (all) => all.reduce((sum, run) => sum + (run.runs ? length(run.runs) + 2 : run.text.length), 0);
  equal(length(runs('`a`'.repeat(20_000))) >= 60_000 - 2_000, true);
}

export function aMarkThatHasNoEndIsText() {
  equal(marks('**a **b** ~~c\n~~ `d'), [['strong', 'a **b'], ' ~~c\n~~ `d']);
  equal(marks('**a `b` ** c\n**d** ~~`e`'), ['**a ', ['code', 'b'], ' ** c\n', ['strong', 'd'], ' ~~', ['code', 'e']]);
}

export function aMarkMayEndWithinWhatWouldBeALink() {
  equal(marks('**see https://a.example/**https://b.example _'), [['strong', 'see https://a.example/'], 'https://b.example', ' _']);
  equal(marks('`http://[`http://a.example'), [['code', 'http://['], 'http://a.example']);
}

export function whatHasNoEndIsNotLookedForAfterEveryMark() {
  const texts = [
    '`a` '.repeat(8) + '**a '.repeat(15_000),
    '`a` '.repeat(300) + '~~a '.repeat(15_000),
    '`a`'.repeat(300) + '**a\n'.repeat(15_000),
    '` **`a '.repeat(9_000),
    'http://a '.repeat(7_000),
    `http://a${'.'.repeat(60_000)}a`,
  ];
  for (const text of texts) equal(runs(text).length > 0, true);
}

export function changesAreFoldedIntoTheirMessages() {
  const said = [event(1, 'a'), event(2, 'b')];
  const edited = fold(said, {kind: 'edit', seq: 3, target: 1, author: 'm', at: 'now', body: 'new'});
  equal([edited[0].body, edited[0].edited.by, edited[1]], ['new', 'm', said[1]]);
  const reacted = fold(edited, {kind: 'reaction', target: 1, emoji: '👍', count: 1, accounts: ['b'], on: true});
  equal(reacted[0].reactions, [{emoji: '👍', count: 1, accounts: ['b']}]);
  const purged = fold(reacted, {kind: 'purge', target: 2});
  equal(purged.map(({deleted, body, reactions}) => [deleted, body, reactions]), [[true, undefined, undefined], [true, undefined, undefined]]);
  equal(fold(said, {kind: 'delete', target: 9}), said);
}
