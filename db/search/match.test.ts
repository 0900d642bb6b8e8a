import { expect, test } from 'vitest';
import { tokens } from '../../base/words.ts';
import { memoryStore, prepared } from '../testing.ts';
import { reachOf } from './expression.ts';
import { idSets, newestOf } from './id-sets.ts';
import { matches } from './match.ts';
import { parseQuery, type Term } from './parse.ts';

/** The same numbers every time. */
function randomly(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const WORDS = [
  'a',
  'at',
  'tax',
  'taxi',
  'taxes',
  'tea',
  'to',
  'town',
  'towns',
  'élan',
  '東京',
  '東京都',
  '選手',
  'to-do',
];

const wordsOf = (text: string): readonly string[] => [...tokens(text)].map(({ folded }) => folded);

/** An article's parts, each as the words it holds. */
interface Words {
  readonly title: readonly string[];
  readonly parts: readonly (readonly string[])[];
  readonly tags: readonly (readonly string[])[];
}

/** What docs/schema.md says of a term, word by word. */
function isMet(term: Term, { title, parts, tags }: Words): boolean {
  const { words, isOpen } = term;
  const reach = reachOf(term);
  const holds = (found: readonly string[], mayGrow: boolean, ends = found.length): boolean =>
    found.slice(0, ends).some((_, from) =>
      words.every((word, nth) => {
        const met = found[from + nth] ?? '';
        return mayGrow && nth === words.length - 1 ? met.startsWith(word) : met === word;
      }),
    );
  return (
    parts.some((part) => holds(part, reach === 'start' || reach === 'prefix')) ||
    tags.some((tag) => holds(tag, isOpen)) ||
    (reach === 'short' && holds(title, true, 1))
  );
}

test('what is found is what meets every term, whichever way it meets each', () => {
  const below = randomly(20_261_201);
  const some = (most: number) => Array.from({ length: 1 + below(most) }, () => WORDS[below(WORDS.length)]).join(' ');
  const articles = Array.from({ length: 150 }, () => ({
    title: some(3),
    byline: some(1),
    text: some(4),
    tags: below(3) === 0 ? [some(2)] : [],
  }));
  const store = memoryStore();
  const ids = store.add(...articles.map((article) => prepared(article)));
  const words = articles.map(
    ({ title, byline, text, tags }): Words => ({
      title: wordsOf(title),
      parts: [title, byline, text].map(wordsOf),
      tags: tags.map(wordsOf),
    }),
  );
  const match = matches(store.db, idSets(store.db));

  for (let nth = 0; nth < 600; nth++) {
    const typed = below(4) === 0 ? `"${some(3)}${below(2) ? '" ' : ''}${below(2) ? some(1) : ''}` : some(4);
    const text = typed.slice(0, 1 + below(typed.length));
    const terms = parseQuery(text);
    const meant = ids.filter((_, at) => {
      const held = words[at];
      return held && terms.length > 0 && terms.every((term) => isMet(term, held));
    });
    expect(newestOf(match(terms)), text).toEqual([...meant].reverse());
  }
});
