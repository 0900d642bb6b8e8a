import { expect, test } from 'vitest';
import type { SearchQuery, SearchResult } from '../contract/query.ts';
import { createSearchLane } from './search-lane.ts';
import { filter } from './testing.ts';

const asked = (text: string): SearchQuery => ({ text, filter: filter(), limit: 10, offset: 0 });

/** A search that answers when told, and remembers what it was asked. */
function slowSearch() {
  const started: string[] = [];
  const finish: ((result: SearchResult | Error) => void)[] = [];
  const run = ({ text }: SearchQuery) => {
    started.push(text);
    return new Promise<SearchResult>((resolve, reject) =>
      finish.push((result) => (result instanceof Error ? reject(result) : resolve(result))),
    );
  };
  const answer = (total: number): SearchResult => ({ total, elapsedMs: 1, hits: [], isOvertaken: false });
  return { started, finish, answer, search: createSearchLane(run) };
}

test('a query overtaken by a newer one is not started', async () => {
  const { started, finish, answer, search } = slowSearch();
  const first = search(asked('t'));
  const second = search(asked('tr'));
  const third = search(asked('tre'));
  expect(await second).toMatchObject({ isOvertaken: true, hits: [] });
  expect(started).toEqual(['t']);
  finish[0]?.(answer(1));
  expect(await first).toMatchObject({ total: 1, isOvertaken: false });
  await Promise.resolve();
  expect(started).toEqual(['t', 'tre']);
  finish[1]?.(answer(3));
  expect(await third).toMatchObject({ total: 3, isOvertaken: false });
});

test('clients do not overtake each other', async () => {
  const { started, finish, answer, search } = slowSearch();
  const results = [search(asked('one'), 'a'), search(asked('two'), 'b'), search(asked('three'), 'c')];
  for (let nth = 0; nth < 3; nth++) {
    finish[nth]?.(answer(nth));
    await results[nth];
    await Promise.resolve();
  }
  expect(started).toEqual(['one', 'two', 'three']);
});

test('a search that fails does not hold up the next', async () => {
  const { finish, answer, search } = slowSearch();
  const first = search(asked('one'));
  const second = search(asked('two'));
  finish[0]?.(new Error('died'));
  await expect(first).rejects.toThrow('died');
  await Promise.resolve();
  finish[1]?.(answer(2));
  expect(await second).toMatchObject({ total: 2 });
});
