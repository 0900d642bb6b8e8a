import { expect, test } from 'vitest';
import { foldersOfPages, holdsParts } from './saved-page.ts';

test.each([
  ['Page_files', 'Page.html'],
  ['Page-Dateien', 'Page.htm'],
  ['Page_fichiers', 'Page.html'],
  ['Page.files', 'Page.htm'],
  ['Page files', 'Page.xhtml'],
  ['Page_ملفات', 'Page.html'],
  ['Page.html_files', 'Page.html'],
  ['v1.2 notes_files', 'v1.2 notes.html'],
  ['Année_fichiers', 'Anne\u0301e.html'],
])('%s belongs to %s', (folder, page) => {
  expect(foldersOfPages(['other.txt', page])(folder)).toBe('yes');
});

test('a word no browser is known for is believed when parts of a page are there', () => {
  const belonging = foldersOfPages(['Page.html', 'Budget.html']);
  expect(belonging('Page_allegati')).toBe('if-parts');
  expect(belonging('Budget-drafts')).toBe('if-parts');
  expect(holdsParts(['a.html', 'logo.png'])).toBe(true);
  expect(holdsParts(['first.txt', 'second.html'])).toBe(false);
});

test.each([
  ['Page_files', 'Other.html'],
  ['Page_files', 'Page.txt'],
  ['Page', 'Page.html'],
  ['Page_2024', 'Page.html'],
  ['Page_old_files', 'Page.html'],
  ['Pages_files', 'Page.html'],
])('%s does not belong to %s', (folder, page) => {
  expect(foldersOfPages([page])(folder)).toBe('no');
});
