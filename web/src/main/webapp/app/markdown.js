import {nextLink} from './text.js';

const FENCE = /^```/;
const QUOTE = /^> ?/;
const ITEM = /^(?:[-*] |\d{1,3}[.)] )/;
const ORDERED = /^\d/;
const CODE = /`[^`\n]+`/g;
const EM = /(?<![\p{L}\p{N}_])_(?=\S)[^_\n]*?\S_(?![\p{L}\p{N}_])/gu;
const STRONG = {opening: /\*\*(?=\S)/g, closing: /(?<=\S)\*\*|\n/g};
const GONE = {opening: /~~(?=\S)/g, closing: /(?<=\S)~~|\n/g};
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
  const marks = marksOf(text);
  let at = 0;
  while (at < text.length && depth < DEEPEST && result.length < MOST) {
    const next = first(text, marks, at);
    if (!next) break;
    if (next.from > at) result.push({text: unescaped(text.slice(at, next.from))});
    if (next.href) result.push({text: next.text, href: next.href});
    else result.push({mark: next.mark, runs: next.mark === 'code' ? [{text: next.text}] : runs(next.text, depth + 1)});
    at = next.to;
  }
  if (at < text.length) result.push({text: unescaped(text.slice(at))});
  return result;
}

/** The first mark or link from `at` on. */
function first(text, marks, at) {
  let next = null;
  for (const {mark, width, find} of marks) {
    const found = find(at);
    if (found && (!next || found.from < next.from)) next = {...found, mark, text: text.slice(found.from + width, found.to - width)};
  }
  return nextLink(text, at, next?.from) ?? next;
}

/** How each mark is found in a text: `find(at)` gives `{from, to}` of the first at `at` or later. All searches of a text together take a time that grows as the text. */
function marksOf(text) {
  const hidden = text.replace(ESCAPED, '\u0000\u0000');
  return [
    {mark: 'code', width: 1, find: remembered((at) => match(hidden, CODE, at))},
    {mark: 'strong', width: 2, find: remembered(pair(hidden, STRONG))},
    {mark: 'em', width: 1, find: remembered((at) => match(hidden, EM, at))},
    {mark: 's', width: 2, find: remembered(pair(hidden, GONE))},
  ];
}

/** Searches again only from behind what was found: a mark that has no end is not looked for after every mark before it. For places that only rise. */
function remembered(search) {
  let found;
  return (at) => {
    if (found === undefined || (found && found.from < at)) found = search(at);
    return found;
  };
}

function match(text, pattern, at) {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found && {from: found.index, to: found.index + found[0].length};
}

/**
 * What stands between two signs of two characters, with one character or more in a line. One expression for both would look through the line after every opening sign;
 * here a line that has no closing sign is left at the first of them.
 */
function pair(text, {opening, closing}) {
  const closed = remembered((at) => match(text, closing, at));
  return (at) => {
    let begin = match(text, opening, at);
    while (begin) {
      const end = closed(begin.to + 1);
      if (!end) return null;
      if (text[end.from] !== '\n') return {from: begin.from, to: end.to};
      begin = match(text, opening, end.to);
    }
    return null;
  };
}

const unescaped = (text) => text.replace(ESCAPED, '$1');
