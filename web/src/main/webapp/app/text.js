const SCHEME = /\bhttps?:\/\/(?=[^\s<>"'])/gi;
const LONGEST_SCHEME = 'https://'.length;
const ADDRESS = /[^\s<>"']+/y;
const TAIL = '.,;:!?)]}';

/**
 * The first link that begins at `after` or later and before `before`, as `{text, href, from, to}`. Only http and https become links. Beginnings after that are not looked
 * for: many short searches of a text are no longer than one of all of it.
 */
export function nextLink(text, after = 0, before = text.length) {
  const searched = text.slice(after, before + LONGEST_SCHEME);
  SCHEME.lastIndex = 0;
  for (let scheme = SCHEME.exec(searched); scheme && after + scheme.index < before; scheme = SCHEME.exec(searched)) {
    const from = after + scheme.index;
    ADDRESS.lastIndex = from;
    const [address] = ADDRESS.exec(text);
    const link = withoutTail(address);
    if (URL.canParse(link)) return {text: link, href: new URL(link).href, from, to: from + link.length};
    SCHEME.lastIndex = scheme.index + address.length;
  }
  return null;
}

// Punctuation after a link belongs to the sentence, unless it closes a bracket that the link opened.
function withoutTail(link) {
  let end = link.length;
  while (TAIL.includes(link[end - 1])) end--;
  return link.slice(0, link[end] === ')' && link.includes('(') ? end + 1 : end);
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
