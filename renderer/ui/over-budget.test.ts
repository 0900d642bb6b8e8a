import { expect, test } from 'vitest';
import { overBudgetWords } from './over-budget.ts';

const MEGABYTE = 1_000_000;

test('a library is over its budget by what it holds, not by what is free in its file', () => {
  const info = { sizeBytes: 30 * MEGABYTE, freeBytes: 5 * MEGABYTE };
  expect(overBudgetWords(info, { budgetMegabytes: null })).toBeNull();
  expect(overBudgetWords(null, { budgetMegabytes: 1 })).toBeNull();
  expect(overBudgetWords(info, { budgetMegabytes: 25 })).toBeNull();
  expect(overBudgetWords(info, { budgetMegabytes: 20 })).toContain('Nothing goes by itself');
});
