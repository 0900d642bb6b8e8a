import { parse as parseYaml } from 'yaml';

/** What the head of a Markdown file states, keys in lower case. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, unknown>;
  /** What follows it. */
  readonly rest: string;
}

/** Longer heads are not heads. */
const LIMIT_CHARACTERS = 64_000;

/** Takes the YAML between two lines of dashes off the beginning. A head that is no YAML map is left where it stands. */
export function frontMatter(text: string): FrontMatter {
  const none = { fields: new Map<string, unknown>(), rest: text };
  if (!text.startsWith('---\n')) return none;
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text.slice(3, LIMIT_CHARACTERS));
  if (!end) return none;
  const value = parsed(text.slice(4, 3 + end.index));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return none;
  const fields = new Map(Object.entries(value).map(([key, field]) => [key.toLowerCase(), field]));
  return { fields, rest: text.slice(3 + end.index + end[0].length) };
}

function parsed(yaml: string): unknown {
  try {
    return parseYaml(yaml, { schema: 'failsafe', maxAliasCount: 20, prettyErrors: false, logLevel: 'silent' });
  } catch {
    return null;
  }
}

/** The first of the keys that holds words. */
export function fieldText({ fields }: FrontMatter, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const [first] = listOf(fields.get(key));
    if (first !== undefined) return first;
  }
  return null;
}

/** All words under the first key that holds any: a list, or one string with commas. */
export function fieldList({ fields }: FrontMatter, ...keys: readonly string[]): readonly string[] {
  for (const key of keys) {
    const value = fields.get(key);
    const list = typeof value === 'string' ? value.split(',').map((part) => part.trim()) : listOf(value);
    if (list.length > 0) return list.filter((part) => part !== '');
  }
  return [];
}

/** Authors are often maps with a name. */
function listOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (Array.isArray(value)) return value.flatMap(listOf);
  if (typeof value === 'object' && value !== null && 'name' in value) return listOf(value.name);
  return [];
}
