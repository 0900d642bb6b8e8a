import { expect, test } from 'vitest';
import { commands } from '../../contract/commands.ts';
import { createKeyMatcher, firstKey, type KeyContext, type KeyPress, keyLabel } from './shortcuts.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

const match = (key: KeyPress, context: KeyContext = 'page', isMac = false) => createKeyMatcher(isMac)(key, context, 0);

test.each([
  ['a letter', press('j'), 'article.next'],
  ['an arrow', press('ArrowDown'), 'article.next'],
  ['a letter with Caps Lock on', press('J'), 'article.next'],
  ['a letter with Shift', press('J', { shiftKey: true }), 'list.extendDown'],
  ['an arrow with Shift', press('ArrowUp', { shiftKey: true }), 'list.extendUp'],
  ['a sign that needs Shift to be typed', press('?', { shiftKey: true }), 'view.keys'],
  ['Space', press(' '), 'article.page'],
  ['Ctrl and a letter', press('a', { ctrlKey: true }), 'list.selectAll'],
  ['Ctrl, Shift and a letter', press('V', { ctrlKey: true, shiftKey: true }), 'library.paste'],
  ['Ctrl and a sign', press(',', { ctrlKey: true }), 'view.settings'],
  ['a key nobody has', press('q'), null],
  ['Alt and a letter, which is the browser’s', press('j', { altKey: true }), null],
  ['the other system’s modifier', press('z', { metaKey: true }), null],
  ['a modifier alone', press('Shift', { shiftKey: true }), null],
])('%s means its command', (_, key, command) => {
  expect(match(key)).toBe(command);
});

test('on a Mac the modifier is Cmd, and Ctrl is left alone', () => {
  expect(match(press('z', { metaKey: true }), 'page', true)).toBe('undo');
  expect(match(press('z', { ctrlKey: true }), 'page', true)).toBeNull();
});

test('in a text field letters are text, and so are the field’s own combinations', () => {
  expect(match(press('j'), 'text')).toBeNull();
  expect(match(press('z', { ctrlKey: true }), 'text')).toBeNull();
  expect(match(press('a', { ctrlKey: true }), 'text')).toBeNull();
  expect(match(press('f', { ctrlKey: true }), 'text')).toBe('go.search');
  expect(match(press('Escape'), 'text')).toBe('go.back');
});

test('on a button Space and Enter press the button; letters are commands still', () => {
  expect(match(press(' '), 'button')).toBeNull();
  expect(match(press('Enter'), 'button')).toBeNull();
  expect(match(press('s'), 'button')).toBe('article.toggleStar');
});

test('in the article arrows scroll and letters are commands', () => {
  expect(match(press('ArrowDown'), 'article')).toBeNull();
  expect(match(press('End'), 'article')).toBeNull();
  expect(match(press('j'), 'article')).toBe('article.next');
});

test('two keys one after the other are one command, if the second comes soon', () => {
  const keys = createKeyMatcher(false);
  expect(keys(press('g'), 'page', 0)).toBeNull();
  expect(keys(press('u'), 'page', 400)).toBe('go.unread');
  expect(keys(press('g'), 'page', 1_000)).toBeNull();
  expect(keys(press('s'), 'page', 5_000)).toBe('article.toggleStar');
});

test('a second key that completes nothing means what it means alone', () => {
  const keys = createKeyMatcher(false);
  keys(press('g'), 'page', 0);
  expect(keys(press('j'), 'page', 100)).toBe('article.next');
});

test('no key has two meanings', () => {
  const keys = commands.flatMap((command) => [...command.keys]);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each([
  ['j', 'J', 'J'],
  ['Shift+J', 'Shift+J', '⇧J'],
  ['Mod+Z', 'Ctrl+Z', '⌘Z'],
  ['Mod+Shift+V', 'Ctrl+Shift+V', '⌘⇧V'],
  ['Shift+ArrowDown', 'Shift+↓', '⇧↓'],
  ['g a', 'G A', 'G A'],
  [' ', 'Space', 'Space'],
  ['+', '+', '+'],
  ['Escape', 'Esc', 'Esc'],
  ['Home', 'Home', 'Home'],
])('the key %s is shown as %s, on a Mac as %s', (key, elsewhere, onMac) => {
  expect(keyLabel(key, false)).toBe(elsewhere);
  expect(keyLabel(key, true)).toBe(onMac);
});

test('the first key of a command is the one shown', () => {
  expect(firstKey('undo', false)).toBe('Z');
});
