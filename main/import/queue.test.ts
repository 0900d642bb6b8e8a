import { expect, test } from 'vitest';
import { createQueue } from './queue.ts';

async function taken<T>(queue: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of queue) items.push(item);
  return items;
}

test('hands over in order, what was pushed before and after the taking began', async () => {
  const queue = createQueue<number>();
  queue.push(1);
  const taking = taken(queue);
  queue.push(2);
  await Promise.resolve();
  queue.push(3);
  queue.end();
  expect(await taking).toEqual([1, 2, 3]);
});

test('ends when told, with what is queued still handed over; an empty one ends at once', async () => {
  const queue = createQueue<number>();
  queue.push(1);
  queue.end();
  queue.end();
  expect(await taken(queue)).toEqual([1]);
  expect(await taken(createQueueThatEnds())).toEqual([]);
});

test('long queues are handed over whole', async () => {
  const queue = createQueue<number>();
  const numbers = Array.from({ length: 12_345 }, (_, nth) => nth);
  for (const number of numbers) queue.push(number);
  queue.end();
  expect(await taken(queue)).toEqual(numbers);
});

function createQueueThatEnds() {
  const queue = createQueue<number>();
  queue.end();
  return queue;
}
