import { parseDocument } from 'yaml';

/** What the head of a Markdown file states, keys in lower case. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, unknown>;
  /** What follows it. */
  readonly rest: string;
}

/** Longer heads are not heads. */
const LIMIT_CHARACTERS = 64_000;
type Keys = Readonly<Record<string, unknown>>;

const FENCES: readonly (readonly [start: RegExp, end: RegExp, read: (head: string) => Keys | null])[] = [
  [/^\n*---[ \t]*\n/, /^(?:---|\.\.\.)[ \t]*$/m, (head) => readYaml(head) ?? readLines(head, ':')],
  [/^\n*\+\+\+[ \t]*\n/, /^\+\+\+[ \t]*$/m, (head) => readLines(head, '=')],
];

/** Takes the YAML between two lines of dashes, or the TOML between two of pluses, off the beginning. What holds no keys is left where it stands. */
export function frontMatter(text: string): FrontMatter {
  for (const [startPattern, endPattern, read] of FENCES) {
    const start = startPattern.exec(text)?.[0].length;
    if (start === undefined) continue;
    const end = endPattern.exec(text.slice(start, start + LIMIT_CHARACTERS));
    const keys = end ? read(text.slice(start, start + end.index)) : null;
    if (!end || !keys) break;
    const fields = new Map(Object.entries(keys).map(([key, field]) => [key.toLowerCase(), field]));
    return { fields, rest: text.slice(start + end.index + end[0].length).replace(/^\n/, '') };
  }
  return { fields: new Map(), rest: text };
}

/** @returns null for what is no YAML, or no map */
function readYaml(yaml: string): Keys | null {
  try {
    const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false });
    const value: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 20 });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

const ITEM = /^\s*-\s+(.*)$/;
const COMMENT = /^\s*(#.*)?$/;
const SECTION = /^\s*\[.*\]\s*$/;

/**
 * Reads a head line by line: TOML as far as heads use it, and YAML that is none because a title holds a colon or a quotation mark.
 * @returns null when a line is neither a key nor part of one
 */
function readLines(head: string, sign: ':' | '='): Keys | null {
  const key = sign === ':' ? /^([\w-][\w -]*?)\s*:(?:\s+(.*))?$/ : /^\s*([\w-]+)\s*=\s*(.*)$/;
  const fields: Record<string, string | string[]> = {};
  let last: string | null = null;
  for (const line of head.split('\n')) {
    const [, name, value = ''] = key.exec(line) ?? [];
    const item = ITEM.exec(line)?.[1];
    if (name !== undefined) {
      fields[name] = readValue(value);
      last = name;
    } else if (item !== undefined && last !== null) fields[last] = [fields[last] ?? [], unquoted(item)].flat();
    else if (sign === '=' && SECTION.test(line)) break;
    else if (!COMMENT.test(line) && !(last !== null && /^\s/.test(line))) return null;
  }
  return last === null && head.trim() !== '' ? null : fields;
}

function readValue(value: string): string | string[] {
  const list = /^\[(.*)\]\s*$/.exec(value.trim())?.[1];
  return list === undefined ? unquoted(value) : list.split(',').map(unquoted);
}

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2');

/** The first of the keys that holds words. */
export function fieldText({ fields }: FrontMatter, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const [first] = listOf(fields.get(key));
    if (first !== undefined) return first;
  }
  return null;
}

/** Everything under the first key that holds any, commas and all. */
export const fieldItems = ({ fields }: FrontMatter, key: string): readonly string[] => listOf(fields.get(key));

/** All words under the first key that holds any: a list, or one string with commas. */
export function fieldList({ fields }: FrontMatter, ...keys: readonly string[]): readonly string[] {
  for (const key of keys) {
    const value = fields.get(key);
    const list = typeof value === 'string' ? value.split(',').flatMap(listOf) : listOf(value);
    if (list.length > 0) return list;
  }
  return [];
}

/** What YAML calls nothing is nothing. */
const NOTHING = new Set(['', '~', 'null', 'Null', 'NULL']);

/** Authors are often maps with a name. */
function listOf(value: unknown): string[] {
  if (typeof value === 'string') return NOTHING.has(value.trim()) ? [] : [value.trim()];
  if (Array.isArray(value)) return value.flatMap(listOf);
  if (typeof value === 'object' && value !== null && 'name' in value) return listOf(value.name);
  return [];
}
