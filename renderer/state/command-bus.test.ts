import { expect, test } from 'vitest';
import { createCommandBus } from './command-bus.ts';

test('the handler that came first is asked first, and passes on what it does not take', () => {
  const bus = createCommandBus();
  const asked: string[] = [];
  const unregister = bus.register('article.page', () => {
    asked.push('reader');
    return false;
  });
  bus.register('article.page', () => asked.push('list'));
  expect(bus.run('article.page')).toBe(true);
  expect(asked).toEqual(['reader', 'list']);
  unregister();
  bus.run('article.page');
  expect(asked).toEqual(['reader', 'list', 'list']);
});

test('a command nobody takes is not taken', () => {
  expect(createCommandBus().run('undo')).toBe(false);
});
