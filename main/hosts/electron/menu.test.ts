import type { MenuItem, MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { commands } from '../../../contract/commands.ts';
import { menuTemplate } from './menu.ts';

const itemsOf = (template: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));

test('every command is in the menus once, in the group of the key map', () => {
  const template = menuTemplate(() => {}, false);
  const ids = itemsOf(template).flatMap(({ id }) => id ?? []);
  expect(ids.sort()).toEqual(commands.map(({ id }) => id).sort());
  for (const { id, group } of commands) {
    const menu = template.find(({ label }) => label === group);
    expect(itemsOf(menu ? [menu] : []).some((item) => item.id === id)).toBe(true);
  }
});

test('choosing an item tells its command', () => {
  const told: string[] = [];
  for (const item of itemsOf(menuTemplate((command) => told.push(command), false)))
    item.click?.({} as MenuItem, undefined, {} as never);
  expect(told.sort()).toEqual(commands.map(({ id }) => id).sort());
});

test('only combinations with a modifier are shown as keys, and the page hears them itself', () => {
  const items = itemsOf(menuTemplate(() => {}, false));
  expect(items.find(({ id }) => id === 'undo')).toMatchObject({
    accelerator: 'CmdOrCtrl+Z',
    registerAccelerator: false,
  });
  expect(items.find(({ id }) => id === 'article.next')?.accelerator).toBeUndefined();
  for (const { accelerator } of items) if (accelerator) expect(accelerator).toMatch(/^CmdOrCtrl\+/);
});

test('a Mac has its own first menu, others can quit', () => {
  expect(menuTemplate(() => {}, true)[0]).toEqual({ role: 'appMenu' });
  expect(itemsOf(menuTemplate(() => {}, false)).some(({ role }) => role === 'quit')).toBe(true);
});
