import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { libraryFolder } from './library-folder.ts';

test('the folder asked for comes first, relative to where it was asked', () => {
  expect(libraryFolder('news', { TEARSHEET_LIBRARY: '/other' }, '/home/ann')).toBe('/home/ann/news');
  expect(libraryFolder('/srv/news', {}, '/home/ann')).toBe('/srv/news');
});

test('then the one the environment names; an empty name is none', () => {
  expect(libraryFolder(undefined, { TEARSHEET_LIBRARY: 'lib' }, '/home/ann')).toBe('/home/ann/lib');
  expect(libraryFolder(undefined, { TEARSHEET_LIBRARY: '' }, '/')).not.toBe('/');
});

test.runIf(process.platform === 'linux')('else the data folder, a relative XDG_DATA_HOME being no folder', () => {
  const standard = join(homedir(), '.local/share/Tearsheet');
  expect(libraryFolder(undefined, { XDG_DATA_HOME: '/data' }, '/')).toBe('/data/Tearsheet');
  expect(libraryFolder(undefined, { XDG_DATA_HOME: 'data' }, '/')).toBe(standard);
  expect(libraryFolder(undefined, {}, '/')).toBe(standard);
});
