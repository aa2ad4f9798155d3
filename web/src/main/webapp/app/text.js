const LINK = /\bhttps?:\/\/[^\s<>"']+/gi;
const TAIL = /[.,;:!?)\]}]+$/;

/** Splits text into `{text}` and `{text, href}` pieces. Only http and https become links. */
export function pieces(text) {
  const result = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const link = withoutTail(match[0]);
    if (!URL.canParse(link)) continue;
    if (match.index > from) result.push({text: text.slice(from, match.index)});
    result.push({text: link, href: new URL(link).href});
    from = match.index + link.length;
  }
  if (from < text.length) result.push({text: text.slice(from)});
  return result;
}

// Punctuation after a link belongs to the sentence, unless it closes a bracket that the link opened.
function withoutTail(link) {
  const tail = link.match(TAIL)?.[0];
  if (!tail) return link;
  if (tail.startsWith(')') && link.includes('(')) return link.slice(0, link.length - tail.length + 1);
  return link.slice(0, -tail.length);
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
