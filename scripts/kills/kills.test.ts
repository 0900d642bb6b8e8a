import { expect, test } from 'vitest';
import { killRounds } from './rounds.ts';

test('imports that are killed anywhere leave a whole library, all they told of, and a way to go on', async () => {
  const { kills, libraries, faults } = await killRounds(10, 20_160_826);
  expect(kills).toHaveLength(10);
  expect(kills.flatMap((killed) => killed.faults)).toEqual([]);
  expect(faults).toEqual([]);
  expect(libraries).toBeGreaterThan(0);
  // Some were killed in the middle of what they had to tell.
  expect(kills.some(({ lines }) => lines > 0)).toBe(true);
}, 600_000);
