import {linkIn} from './text.js';

const FENCE = /^```/;
const QUOTE = /^> ?/;
const ITEM = /^(?:[-*] |\d{1,3}[.)] )/;
const ORDERED = /^\d/;
const MARKS = [
  ['code', 1, matched(/`[^`\n]+`/)],
  ['strong', 2, between('**')],
  ['em', 1, matched(/(?<![\p{L}\p{N}_])_(?=\S)[^_\n]*?\S_(?![\p{L}\p{N}_])/u)],
  ['s', 2, between('~~')],
];
const ESCAPED = /\\([\\`*_~>#-])/g;
const DEEPEST = 4;
const MOST = 400;

/**
 * The blocks of a text in the Markdown subset of the chat, as plain data: `{type: 'text' | 'quote' | 'code' | 'list', ...}`; nothing in it is markup, whoever shows it
 * puts texts in as texts. Every line belongs to exactly one block.
 */
export function blocks(text) {
  const result = [];
  let open = null;
  for (const line of text.split('\n')) {
    if (open?.type === 'code' && !open.closed) {
      if (FENCE.test(line)) open.closed = true;
      else open.lines.push(line);
      continue;
    }
    const type = FENCE.test(line) ? 'code' : QUOTE.test(line) ? 'quote' : ITEM.test(line) ? 'list' : 'text';
    const ordered = type === 'list' && ORDERED.test(line);
    if (type === 'code' || open?.type !== type || open.ordered !== ordered) {
      open = {type, ordered, lines: []};
      result.push(open);
    }
    if (type === 'quote') open.lines.push(line.replace(QUOTE, ''));
    else if (type === 'list') open.lines.push(line.replace(ITEM, ''));
    else if (type === 'text') open.lines.push(line);
  }
  return result;
}

/** The runs of a line or lines: `{text}`, `{text, href}` or `{mark: 'strong' | 'em' | 's' | 'code', runs}`. After `MOST` of them the rest is plain. */
export function runs(text, depth = 0) {
  const result = [];
  const firstAfter = depth < DEEPEST ? search(text) : () => null;
  let at = 0;
  while (at < text.length && result.length < MOST) {
    const next = firstAfter(at);
    if (!next) break;
    if (next.from > at) result.push({text: unescaped(text.slice(at, next.from))});
    if (next.href) result.push({text: next.text, href: next.href});
    else result.push({mark: next.mark, runs: next.mark === 'code' ? [{text: next.text}] : runs(next.text, depth + 1)});
    at = next.to;
  }
  if (at < text.length) result.push({text: unescaped(text.slice(at))});
  return result;
}

/**
 * Finds the first mark or link of a text after a place, for places that only grow. What was found of a kind is kept until the place has passed it, and that there is no more
 * of it for good: a text takes as long to look at as it is long, whatever it is made of.
 */
function search(text) {
  const hidden = text.replace(ESCAPED, '\u0000\u0000');
  const kinds = [
    (at) => linkIn(text, at),
    ...MARKS.map(([mark, width, find]) => (at) => {
      const found = find(hidden.slice(at));
      return found && {mark, from: at + found.from, to: at + found.to, text: text.slice(at + found.from + width, at + found.to - width)};
    }),
  ];
  const kept = [];
  return (at) => {
    let next = null;
    kinds.forEach((find, kind) => {
      if (kept[kind] === undefined || kept[kind]?.from < at) kept[kind] = find(at);
      if (kept[kind] && (!next || kept[kind].from < next.from)) next = kept[kind];
    });
    return next;
  };
}

function matched(pattern) {
  return (text) => {
    const found = pattern.exec(text);
    return found && {from: found.index, to: found.index + found[0].length};
  };
}

/** What stands on one line between two of these, with no blank at either end. An opening that nothing closes means that nothing more is closed on its line. */
function between(delimiter) {
  return (text) => {
    let from = text.indexOf(delimiter);
    while (from >= 0) {
      const begin = from + delimiter.length;
      let next = from + 1;
      if (isVisible(text[begin])) {
        const line = lineEnd(text, begin);
        const end = closing(text.slice(begin, line), delimiter);
        if (end > 0) return {from, to: begin + end + delimiter.length};
        next = line;
      }
      from = text.indexOf(delimiter, next);
    }
    return null;
  };
}

function lineEnd(text, from) {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function closing(line, delimiter) {
  let at = line.indexOf(delimiter, 1);
  while (at > 0 && !isVisible(line[at - 1])) at = line.indexOf(delimiter, at + 1);
  return at;
}

const isVisible = (character) => character !== undefined && /\S/.test(character);
const unescaped = (text) => text.replace(ESCAPED, '$1');
