import { expect, test } from 'vitest';
import { inStep, sideBySide } from './in-step.ts';

const file = (name: string, size: number) => ({ name, bytes: new Uint8Array(size) });

/** Reads files in two steps and notes the order. */
async function stepsOf(files: readonly ReturnType<typeof file>[]): Promise<readonly string[]> {
  const steps: string[] = [];
  const names = await sideBySide(files, async ({ name }) => {
    steps.push(`${name} 1`);
    await inStep;
    steps.push(`${name} 2`);
    return name;
  });
  expect(names).toEqual(files.map(({ name }) => name));
  return steps;
}

test('small files take each step together', async () => {
  expect(await stepsOf([file('a', 9), file('b', 9)])).toEqual(['a 1', 'b 1', 'a 2', 'b 2']);
});

test('what is large is read by itself', async () => {
  const files = [file('a', 9), file('b', 1_000_000), file('c', 9)];
  expect(await stepsOf(files)).toEqual(['a 1', 'a 2', 'b 1', 'b 2', 'c 1', 'c 2']);
});
