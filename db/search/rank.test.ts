import { expect, test } from 'vitest';
import { memoryStore, prepared } from '../testing.ts';
import { commonWords } from './common-words.ts';
import { idSets, newestOf } from './id-sets.ts';
import { matches } from './match.ts';
import { parseQuery } from './parse.ts';
import { RANKED, ranking } from './rank.ts';

test('a word too frequent to be weighed counts in titles, as a whole word', () => {
  const store = memoryStore();
  const stormy = (title: string) => prepared({ title, text: 'A storm at the coast.' });
  const many = (count: number) => Array.from({ length: count }, (_, nth) => stormy(`Nth ${nth}`));
  store.add(...many(100));
  const [titled] = store.add(stormy('The storm of the year'), stormy('Stormy times'));
  const newest = store.add(...many(RANKED - 50)).at(-1);
  // As many without it, so that it does not stand in most.
  store.add(
    ...Array.from({ length: RANKED + 200 }, (_, nth) => prepared({ title: `Other ${nth}`, text: 'At the coast.' })),
  );

  const terms = parseQuery('storm coast');
  const found = newestOf(matches(store.db, idSets(store.db))(terms));
  const ranked = ranking(store.db, commonWords(store.db, 1_000))(terms, { total: found.length, ids: found });
  expect(found).toHaveLength(RANKED + 52);
  expect(ranked.slice(0, 2)).toEqual([titled, newest]);
});
