/** How many letters the index of beginnings holds: fewer are matched otherwise, more are few enough to be looked up one by one. */
export const START_LENGTH = 3;

/** Marks the beginnings of title words. A private character: the tokeniser counts it as a letter, and folded text holds none like it. */
export const TITLE_MARK = '\u{e000}';

/** What the index of beginnings is given for an article: each beginning once. Takes folded text. */
export function wordStarts(title: string, ...rest: readonly string[]): string {
  const met: Met = { starts: [], keys: [], others: new Set() };
  collect(title, met);
  const inTitle = met.starts.map((start) => TITLE_MARK + start);
  for (const text of rest) collect(text, met);
  for (const key of met.keys) seen[key] = 0;
  return [...met.starts, ...inTitle].join(' ');
}

/** The beginnings met so far, and how they are told from new ones: those of ASCII by number, others by themselves. */
interface Met {
  readonly starts: string[];
  readonly keys: number[];
  readonly others: Set<string>;
}

/** Three letters of ASCII as one number, and which of them the article has shown: most words of most texts, met again and again. */
const seen = new Uint8Array(2 ** 21);

/** Adds the new beginnings of a text. A loop over codes, because every stored article comes through here: a pattern takes four times as long. */
function collect(folded: string, { starts, keys, others }: Met): void {
  let letters = 0;
  let from = 0;
  let key = 0;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    const isPair = (code & 0xfc00) === 0xd800;
    if (isPair ? !isWordPair(folded, at) : known[code] !== IN_WORD && !isWordCode(code)) {
      letters = 0;
      continue;
    }
    if (letters === 0) {
      from = at;
      key = 0;
    }
    letters++;
    if (isPair) at++;
    if (letters > START_LENGTH) continue;
    key = code < 0x80 && key >= 0 ? (key << 7) | code : -1;
    if (letters < START_LENGTH || seen[key] === 1) continue;
    const start = folded.slice(from, at + 1);
    if (key >= 0) {
      seen[key] = 1;
      keys.push(key);
    } else if (others.has(start)) continue;
    else others.add(start);
    starts.push(start);
  }
}

const WORD = /^[\p{L}\p{N}\p{Co}]$/u;

const IN_WORD = 1;
const BETWEEN = 2;
/** What is known of each code of the basic plane; 0 is nothing yet. */
const known = new Uint8Array(0x1_0000);

function isWordCode(code: number): boolean {
  if (known[code] === 0) known[code] = WORD.test(String.fromCharCode(code)) ? IN_WORD : BETWEEN;
  return known[code] === IN_WORD;
}

const isWordPair = (text: string, at: number): boolean => WORD.test(text.slice(at, at + 2));
