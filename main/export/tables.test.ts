import { expect, test } from 'vitest';
import { converter } from './converter.ts';
import { withPlainTables } from './tables.ts';

const written = (html: string) => converter.turndown(withPlainTables(html));

test('a table without headings, and one with a caption, are written as tables', () => {
  expect(
    written('<table><tbody><tr><td>North</td><td>12</td></tr><tr><td>South</td><td>9</td></tr></tbody></table>'),
  ).toBe('|  |  |\n| --- | --- |\n| North | 12 |\n| South | 9 |');
  expect(
    written(
      '<p>Before.</p><table><caption>Results by district</caption><thead><tr><th>Party</th><th>Share</th></tr></thead><tbody><tr><td>Left</td><td>30</td></tr></tbody></table>',
    ),
  ).toBe('Before.\n\nResults by district\n\n| Party | Share |\n| --- | --- |\n| Left | 30 |');
});

test('headings of rows do not make a row of headings', () => {
  expect(written('<table><tr><th>North</th><td>12</td></tr></table>')).toBe('|  |  |\n| --- | --- |\n| North | 12 |');
});
