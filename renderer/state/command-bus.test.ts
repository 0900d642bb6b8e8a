import { expect, test } from 'vitest';
import { createCommandBus } from './command-bus.ts';

test('the handler registered last is asked first, and passes on what it does not take', () => {
  const bus = createCommandBus();
  const asked: string[] = [];
  bus.register('go.back', () => asked.push('window'));
  const unregister = bus.register('go.back', () => {
    asked.push('search');
    return false;
  });
  expect(bus.run('go.back')).toBe(true);
  expect(asked).toEqual(['search', 'window']);
  unregister();
  bus.run('go.back');
  expect(asked).toEqual(['search', 'window', 'window']);
});

test('a command nobody takes is not taken', () => {
  expect(createCommandBus().run('undo')).toBe(false);
});
