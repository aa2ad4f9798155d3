import {pieces} from './text.js';

const FENCE = /^```/;
const QUOTE = /^> ?/;
const ITEM = /^(?:[-*] |\d{1,3}[.)] )/;
const ORDERED = /^\d/;
const MARKS = [
  ['code', /`([^`\n]+)`/],
  ['strong', /\*\*(?=\S)([^\n]*?\S)\*\*/],
  ['em', /(?<![\p{L}\p{N}_])_(?=\S)([^_\n]*?\S)_(?![\p{L}\p{N}_])/u],
  ['s', /~~(?=\S)([^\n]*?\S)~~/],
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
  let rest = text;
  while (rest && depth < DEEPEST && result.length < MOST) {
    const next = first(rest);
    if (!next) break;
    if (next.from > 0) result.push({text: unescaped(rest.slice(0, next.from))});
    if (next.href) result.push({text: next.text, href: next.href});
    else result.push({mark: next.mark, runs: next.mark === 'code' ? [{text: next.text}] : runs(next.text, depth + 1)});
    rest = rest.slice(next.to);
  }
  if (rest) result.push({text: unescaped(rest)});
  return result;
}

/** The first mark or link. */
function first(text) {
  const hidden = text.replace(ESCAPED, '\u0000\u0000');
  let next = firstLink(text);
  for (const [mark, pattern] of MARKS) {
    const found = pattern.exec(hidden);
    if (found && (!next || found.index < next.from)) {
      const width = (found[0].length - found[1].length) / 2;
      const from = found.index;
      next = {mark, from, to: from + found[0].length, text: text.slice(from + width, from + width + found[1].length)};
    }
  }
  return next;
}

function firstLink(text) {
  let from = 0;
  for (const piece of pieces(text)) {
    if (piece.href) return {...piece, from, to: from + piece.text.length};
    from += piece.text.length;
  }
  return null;
}

const unescaped = (text) => text.replace(ESCAPED, '$1');
