import { expect, test } from 'vitest';
import type { ArticleId } from '../../contract/model.ts';
import { everywhere } from '../../contract/query.ts';
import { countPicked, isPicked, nothingPicked, type Picked, pickRange, selectionOf, togglePick } from './selection.ts';

const id = (number: number) => number as ArticleId;
const rows = [1, 2, 3, 4, 5].map(id);
const scope = { filter: everywhere, text: null };
const idsOf = (picked: Picked) => (picked.kind === 'some' ? [...picked.ids] : null);

test('the first row picked beside the open one picks both', () => {
  expect(idsOf(togglePick(nothingPicked, id(3), id(1)))).toEqual([1, 3]);
});

test('picking a picked row drops it, and the last one dropped leaves nothing', () => {
  const one = togglePick(nothingPicked, id(3), null);
  expect(togglePick(one, id(3), null)).toEqual(nothingPicked);
});

test('a range goes from the open row, either way, and turns about its anchor', () => {
  const down = pickRange(nothingPicked, rows, id(4), id(2));
  expect(idsOf(down)).toEqual([2, 3, 4]);
  expect(idsOf(pickRange(down, rows, id(1), id(2)))).toEqual([1, 2]);
});

test('a range whose anchor has left the list begins anew', () => {
  const gone: Picked = { kind: 'some', ids: new Set([id(9)]), anchor: id(9) };
  expect(idsOf(pickRange(gone, rows, id(2), null))).toEqual([2]);
});

test('all of a list is meant by its filter, save what is dropped from it', () => {
  const all = togglePick({ kind: 'all', except: new Set() }, id(2), null);
  expect(isPicked(all, id(2))).toBe(false);
  expect(isPicked(all, id(77))).toBe(true);
  expect(countPicked(all, 100_000)).toBe(99_999);
  expect(selectionOf(all, id(1), scope)).toEqual({ filter: everywhere, text: null, except: [2] });
});

test('with nothing picked an action means the open article, or nothing', () => {
  expect(selectionOf(nothingPicked, id(7), scope)).toEqual({ ids: [7] });
  expect(selectionOf(nothingPicked, null, scope)).toBeNull();
});
