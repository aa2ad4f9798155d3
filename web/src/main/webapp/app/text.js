const LINK = /\bhttps?:\/\/[^\s<>"']+/gi;
const TAIL = '.,;:!?)]}';

/** The first link of a text at or after a place, or null: `{from, to, text, href}`. Only http and https become links. */
export function linkIn(text, after = 0) {
  for (const match of text.slice(after).matchAll(LINK)) {
    const link = withoutTail(match[0]);
    const from = after + match.index;
    if (URL.canParse(link)) return {from, to: from + link.length, text: link, href: new URL(link).href};
  }
  return null;
}

// Punctuation after a link belongs to the sentence, unless it closes a bracket that the link opened.
function withoutTail(link) {
  let end = link.length;
  while (TAIL.includes(link[end - 1])) end--;
  if (link[end] === ')' && link.includes('(')) end++;
  return link.slice(0, end);
}

/** One or two letters that stand for a person. */
export function initials(name) {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...word][0] ?? '').join('').toUpperCase();
}

/** A number from 0 to `hues - 1` that is always the same for an account. */
export function hue(account, hues = 10) {
  let hash = 7;
  for (const character of account) hash = (hash * 31 + character.codePointAt(0)) >>> 0;
  return hash % hues;
}

export function count(number, most = 99) {
  return number > most ? `${most}+` : String(number);
}
