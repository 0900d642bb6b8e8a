/** A way to finish what was typed: a tag that exists, or the new one it would make. */
export interface Completion {
  readonly name: string;
  readonly isNew: boolean;
}

const SHOWN = 7;

/** Case and accents do not tell tags apart while one types. */
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The tags that may be meant, the likeliest first: those that begin with what was typed, then those of which a word does,
 * then those that contain it. What was typed itself comes last, as a new tag, unless it exists.
 */
export function complete(typed: string, existing: readonly string[], chosen: ReadonlySet<string>): Completion[] {
  const name = typed.trim().replace(/\s+/g, ' ').slice(0, 100);
  if (name === '') return [];
  const wanted = folded(name);
  const rank = (tag: string) => {
    const text = folded(tag);
    if (text.startsWith(wanted)) return 0;
    return text.split(/\s+/).some((word) => word.startsWith(wanted)) ? 1 : text.includes(wanted) ? 2 : 3;
  };
  const found = existing
    .filter((tag) => !chosen.has(tag) && rank(tag) < 3)
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
    .slice(0, SHOWN)
    .map((tag) => ({ name: tag, isNew: false }));
  const isKnown = [...existing, ...chosen].some((tag) => folded(tag) === wanted);
  return isKnown ? found : [...found, { name, isNew: true }];
}
