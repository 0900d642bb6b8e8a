import { expect, test } from 'vitest';
import { beyondReading, TOO_DEEP } from './limits.ts';

/** What is thrown when `deed` is done. */
function thrownBy(deed: () => unknown): unknown {
  try {
    deed();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
}

function deeper(): number {
  return 1 + deeper();
}

test('what a reader could not take has a code and words of its own', () => {
  expect(beyondReading(thrownBy(deeper))).toEqual({ code: 'too-deep', message: TOO_DEEP });
  const tooLarge = { code: 'too-large', message: 'A stretch of it is longer than can be read at once' };
  expect(beyondReading(thrownBy(() => 'ab'.repeat(2 ** 29)))).toEqual(tooLarge);
  expect(beyondReading(thrownBy(() => 'é'.repeat(20_000_000).replace(/(?:(?!a)[é])+/gu, '')))).toEqual(tooLarge);
  expect(beyondReading(new TypeError('A bug'))).toEqual({ code: 'malformed', message: 'It could not be read (A bug)' });
});
