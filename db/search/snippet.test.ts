import { describe, expect, test } from 'vitest';
import type { SnippetPart } from '../../contract/query.ts';
import { findMarks, markedParts } from './marks.ts';
import { parseQuery } from './parse.ts';
import { snippet } from './snippet.ts';

const shown = (parts: readonly SnippetPart[]) =>
  parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
const cut = (text: string, query: string) => shown(snippet(text, parseQuery(query)));
const marked = (text: string, query: string) => {
  const terms = parseQuery(query);
  return shown(markedParts(text, [...findMarks(text, terms)]));
};

describe('marks', () => {
  test.each([
    ['The treaty was signed.', 'treaty', 'The [treaty] was signed.'],
    ['The TREATY was signed.', 'treat', 'The [TREATY] was signed.'],
    ['Genève, Geneva', 'geneve', '[Genève], Geneva'],
    ['of the treaty of the sea', '"of the"', '[of the] treaty [of the] sea'],
    ['one two three two', '"one two" two three', '[one two] [three] [two]'],
    ['Don’t stop', "don't", '[Don’t] stop'],
    ['東京都は首都', '東京', '[東京]都は首都'],
    ['nothing here', 'treaty', 'nothing here'],
    ['ﬁne Straße', 'fine', '[ﬁne] Straße'],
  ])('in %j for %j', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  test('never lose or change a character', () => {
    const text = 'A “treaty”—the treaty’s\u00a0treaties, 条約, e\u0301té, 🙂 treaty';
    expect(
      markedParts(text, [...findMarks(text, parseQuery('treat ete'))])
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});

describe('a snippet', () => {
  const filler = 'Some words that say nothing much at all and go on for a while. ';

  test('of a short text is the text', () => {
    expect(cut('The treaty was signed.\n\nThen rain.', 'treaty')).toBe('The [treaty] was signed. Then rain.');
  });

  test('is cut around the match, between words', () => {
    const parts = cut(`${filler.repeat(10)}The treaty was signed. ${filler.repeat(10)}`, 'treaty');
    expect(parts).toMatch(/^… .*\[treaty\].* …$/);
    expect(parts.length).toBeLessThan(260);
    expect(filler.split(' ')).toContain(parts.split(' ')[1]);
  });

  test('shows the place where most of the terms stand together', () => {
    const text = `The treaty alone.\n\n${filler.repeat(8)}\n\nHere the treaty of the sea was signed.\n\n${filler.repeat(8)}`;
    expect(cut(text, 'treaty sea signed')).toContain('[treaty] of the [sea] was [signed]');
  });

  test('finds a word however its accents are written', () => {
    expect(cut(`${filler.repeat(20)}\n\nIn Gene\u0300ve.`, 'genève')).toContain('[Gene\u0300ve]');
  });

  test('of a text without any of the terms is its beginning', () => {
    expect(cut(`Beginning here. ${filler.repeat(10)}`, 'zzz')).toMatch(/^Beginning here\. .* …$/);
    expect(cut('', 'zzz')).toBe('');
  });

  test('of a long run without spaces never splits a character', () => {
    const text = `${'𠮷'.repeat(500)}条約${'𠮷'.repeat(500)}`;
    for (const query of ['条約', '𠮷', 'zzz']) expect(cut(text, query)).not.toMatch(/\p{Surrogate}/u);
  });
});
