const NAME = '[\\p{L}_][\\p{L}\\p{N}\\p{M}\\p{Pc}.·-]*';
const QNAME = `(?:(${NAME}):)?${NAME}`;
const START = new RegExp(`<(${QNAME})`, 'uy');
const END = new RegExp(`</(${QNAME})\\s*>`, 'uy');
const ATTRIBUTE = new RegExp(`\\s+(${QNAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'uy');
const CLOSE = /\s*(\/?)>/y;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|([\p{L}_:][\p{L}\p{N}._:-]*));|&/giu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for them
const NO_CHARACTER = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
const DECLARED_ENTITY = /<!ENTITY\s+([^\s%"']+)\s/g;
const OF_XML = ['amp', 'lt', 'gt', 'quot', 'apos'];

/** Whether a text is XML to the letter, prefixes included. Nothing is expanded and no DTD is fetched: names that one might declare are let pass. Linear. */
export function isWellFormed(written: string): boolean {
  const text = written.replace(/^\uFEFF/, '');
  if (NO_CHARACTER.test(text)) return false;
  const open: Scope[] = [];
  let entities: ReadonlySet<string> | null = new Set(OF_XML);
  let hasRoot = false;
  let at = 0;
  const matched = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const isPassed = (mark: string, from: number): boolean => {
    const end = text.indexOf(mark, from);
    at = end + mark.length;
    return end >= 0;
  };

  for (;;) {
    const tag = text.indexOf('<', at);
    const words = text.slice(at, tag < 0 ? text.length : tag);
    if (open.length === 0 ? /\S/.test(words) : words.includes(']]>') || !areKnown(words, entities)) return false;
    if (tag < 0) return hasRoot && open.length === 0;
    at = tag;
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('--', at + 4);
      if (end < 0 || text[end + 2] !== '>') return false;
      at = end + 3;
    } else if (text.startsWith('<![CDATA[', at)) {
      if (open.length === 0 || !isPassed(']]>', at)) return false;
    } else if (text.startsWith('<?', at)) {
      if ((/^<\?xml\s/.test(text.slice(at, at + 6)) && at > 0) || !isPassed('?>', at)) return false;
    } else if (text.startsWith('<!DOCTYPE', at)) {
      const end = hasRoot ? -1 : endOfDtd(text, at);
      if (end < 0) return false;
      entities = namesDeclared(text.slice(at, end));
      at = end;
    } else if (text[at + 1] === '/') {
      if (matched(END)?.[1] !== open.pop()?.name) return false;
    } else {
      const name = matched(START)?.[1];
      if (name === undefined || (open.length === 0 && hasRoot)) return false;
      const stated = new Map<string, string>();
      for (let one = matched(ATTRIBUTE); one; one = matched(ATTRIBUTE)) {
        const [, attribute = '', , double, single] = one;
        const value = double ?? single ?? '';
        if (stated.has(attribute) || !areKnown(value, entities)) return false;
        stated.set(attribute, value);
      }
      const end = matched(CLOSE);
      const scope = { name, prefixes: prefixesOf(stated, open.at(-1)) };
      if (!end || ![name, ...stated.keys()].every((one) => isBound(one, scope))) return false;
      hasRoot = true;
      if (end[1] === '') open.push(scope);
    }
  }
}

/** An element that is open, with the prefixes that stand for something in it. */
interface Scope {
  readonly name: string;
  readonly prefixes: ReadonlySet<string>;
}

const ALWAYS: ReadonlySet<string> = new Set(['xml', 'xmlns']);

function prefixesOf(stated: ReadonlyMap<string, string>, around: Scope | undefined): ReadonlySet<string> {
  const declared = [...stated.keys()].flatMap((name) => (name.startsWith('xmlns:') ? [name.slice(6)] : []));
  const outer = around?.prefixes ?? ALWAYS;
  return declared.length === 0 ? outer : new Set([...outer, ...declared]);
}

function isBound(name: string, { prefixes }: Scope): boolean {
  const colon = name.indexOf(':');
  return colon < 0 || prefixes.has(name.slice(0, colon));
}

/** @param entities names of characters that are declared; null when others may be */
function areKnown(words: string, entities: ReadonlySet<string> | null): boolean {
  if (!words.includes('&')) return true;
  for (const [found, name] of words.matchAll(ENTITY)) {
    if (found === '&' || (name !== undefined && entities !== null && !entities.has(name))) return false;
  }
  return true;
}

/** Behind its closing bracket. */
function endOfDtd(text: string, from: number): number {
  const end = text.indexOf('>', from);
  const bracket = text.indexOf('[', from);
  if (bracket < 0 || (end >= 0 && end < bracket)) return end + 1 || -1;
  const close = /\]\s*>/g;
  close.lastIndex = bracket;
  return close.exec(text) ? close.lastIndex : -1;
}

/** @returns null when a file elsewhere declares more */
function namesDeclared(dtd: string): ReadonlySet<string> | null {
  if (/^<!DOCTYPE\s+\S+\s+(?:PUBLIC|SYSTEM)\b/.test(dtd) || /<!ENTITY\s+%/.test(dtd)) return null;
  return new Set([...OF_XML, ...[...dtd.matchAll(DECLARED_ENTITY)].map(([, name = '']) => name)]);
}
