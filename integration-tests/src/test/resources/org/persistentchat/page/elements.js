import '/app/ui/archive-search.js';
import '/app/ui/compliance-status.js';
import {equal, settled} from './support.js';

/** An element in the page, and what it asks the server for: each with an `answer` to be called. */
async function shown(name) {
  const element = document.createElement(name);
  const calls = [];
  element.api = {compliance: (method, path, {body} = {}) => new Promise((answer) => calls.push({path, body, answer}))};
  document.body.append(element);
  await element.updateComplete;
  return {element, calls};
}

async function answer(call, given) {
  call.answer(given);
  await settled();
}

const record = (position) => ({position, at: '2026-11-24T08:00:00Z', kind: 'POST', room: {}, name: 'Ana', account: 'ana', internal: true});

async function search() {
  const {element, calls} = await shown('archive-search');
  await answer(calls.shift(), {items: []}); // the cases
  const submit = (words) => {
    element.querySelector('#words').value = words;
    element.querySelector('form').requestSubmit();
  };
  const state = () => [element.items?.map(({position}) => position), element.next, element.busy];
  return {element, calls, submit, state};
}

export async function aSearchTakesThePlaceOfOneThatIsUnderWay() {
  const {element, calls, submit, state} = await search();
  submit('one');
  submit('two');
  equal(calls.map(({body}) => body.words), ['one', 'two']);
  await answer(calls[0], {items: [record(1)]});
  equal(state(), [undefined, 0, true]);
  await answer(calls[1], {items: [record(2)], next: 3});
  equal(state(), [[2], 3, false]);
  element.remove();
}

export async function anAnswerThatComesTooLateChangesNothing() {
  const {element, calls, submit, state} = await search();
  submit('one');
  submit('two');
  await answer(calls[1], {items: [record(2)], next: 3});
  await answer(calls[0], {items: [record(1)]});
  equal(state(), [[2], 3, false]);
  element.remove();
}

export async function oneSearchGoesOnAtATime() {
  const {element, calls, submit, state} = await search();
  submit('one');
  await answer(calls[0], {items: [record(1)], next: 2});
  await element.updateComplete;
  const on = [...element.querySelectorAll('button')].find(({textContent}) => textContent === 'Search on');
  on.click();
  on.click();
  equal(calls.map(({body}) => body.after), [0, 2]);
  await answer(calls[1], {items: [record(2)]});
  equal(state(), [[1, 2], null, false]);
  element.remove();
}

/** What `act` puts off for a second or more is done when the test says so. */
async function timed(act) {
  const set = globalThis.setTimeout;
  const waiting = [];
  globalThis.setTimeout = (late, after = 0) => (after < 1_000 ? set(late, after) : waiting.push(late));
  try {
    await act(waiting);
  } finally {
    globalThis.setTimeout = set;
  }
}

const STATUS = {
  complete: true,
  recording: {installed: true, everything: true},
  outbox: {batches: 0, oldestSeconds: 0},
  deadLetters: 0,
  archive: {reachable: true, records: 1, chunks: 1, unsealed: 0, missing: 0, gaps: []},
};

export async function theStatusIsLookedAtAgainWhenThePageIsSeenAgain() {
  await timed(async (waiting) => {
    const {element, calls} = await shown('compliance-status');
    await answer(calls.shift(), STATUS);
    await answer(calls.shift(), {items: []});
    Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});
    waiting.shift()();
    equal([calls.length, waiting.length], [0, 1]);
    delete document.visibilityState;
    waiting.shift()();
    equal(calls.map(({path}) => path), ['status']);
    element.remove();
  });
}
