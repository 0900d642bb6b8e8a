import { describe, expect, test } from 'vitest';
import { fieldItems, fieldList, fieldText, frontMatter } from './front-matter.ts';

const fields = (text: string) => Object.fromEntries(frontMatter(text).fields);

describe('a head', () => {
  test('is taken off, its keys in lower case, its values as words', () => {
    const { fields: read, rest } = frontMatter('---\nTitle: Talks\nDate: 2016-08-26\nDraft: false\n---\n\nText.\n');
    expect(Object.fromEntries(read)).toEqual({ title: 'Talks', date: '2016-08-26', draft: 'false' });
    expect(rest).toBe('\nText.\n');
  });

  test.each([
    ['ended by dots', '---\ntitle: A\n...\nText'],
    ['with blanks after its lines', '--- \ntitle: A\n---\t\nText'],
    ['after blank lines', '\n\n---\ntitle: A\n---\nText'],
    ['in TOML', '+++\ntitle = "A"\n+++\nText'],
  ])('may be %s', (_, text) => {
    expect(frontMatter(text)).toEqual({ fields: new Map([['title', 'A']]), rest: 'Text' });
  });

  test('may be all there is, or empty', () => {
    expect(frontMatter('---\ntitle: A\n---')).toMatchObject({ rest: '' });
    expect(frontMatter('---\n---\nText')).toEqual({ fields: new Map(), rest: 'Text' });
  });

  test('is read line by line when it is no YAML', () => {
    expect(
      fields(
        '---\ntitle: Talks: the second day\nauthor: "Ann" Lee\ntags:\n  - one\n  - two\n# a note\n\nurl: https://news.example/x\nempty:\n---\n',
      ),
    ).toEqual({
      title: 'Talks: the second day',
      author: '"Ann" Lee',
      tags: ['', 'one', 'two'],
      url: 'https://news.example/x',
      empty: '',
    });
    expect(fields('---\ntitle: @home: again\ntags: [a, "b c"]\n---\n')).toEqual({
      title: '@home: again',
      tags: ['a', 'b c'],
    });
  });

  test('in TOML holds texts, lists and what sections come after', () => {
    expect(
      fields('+++\ntitle = "A = B"\ndate = 2016-08-26\ntags = ["x", \'y\']\n[extra]\ntitle = "No"\n+++\n'),
    ).toEqual({
      title: 'A = B',
      date: '2016-08-26',
      tags: ['x', 'y'],
    });
  });
});

test.each([
  ['a line', '---\nText that is no head.\n---\nMore.'],
  ['a list', '---\n- a\n- b\n---\nText'],
  ['never ended', '---\ntitle: A\n\nText'],
  ['not at the beginning', 'Text\n---\ntitle: A\n---\n'],
  ['four dashes', '----\ntitle: A\n----\n'],
  ['too long', `---\ntitle: A\n${'x: y\n'.repeat(20_000)}---\nText`],
])('what is no head stays where it stands: %s', (_, text) => {
  expect(frontMatter(text)).toEqual({ fields: new Map(), rest: text });
});

test('a bomb of references costs nothing', () => {
  const bomb = Array.from(
    { length: 30 },
    (_, nth) => `a${nth}: &a${nth} [${nth === 0 ? 'x' : `*a${nth - 1}, *a${nth - 1}`}]`,
  );
  const { fields: read } = frontMatter(`---\ntitle: Bomb\n${bomb.join('\n')}\n---\nText`);
  expect(JSON.stringify([...read]).length).toBeLessThan(10_000);
});

describe('fields', () => {
  const head = frontMatter(
    '---\ntitle: " "\nheadline: Talks\nauthor:\n  - name: Ann Lee\n  - Bo\ntags: "a, b ,,c"\nkeywords: [d]\ncaptions: ["One, two", Three]\nnone: ~\nnull: null\nempty: []\n---\n',
  );

  test('the first key that holds words gives them', () => {
    expect(fieldText(head, 'title', 'headline')).toBe('Talks');
    expect(fieldText(head, 'none', 'null', 'empty', 'missing')).toBeNull();
    expect(fieldText(head, 'author')).toBe('Ann Lee');
  });

  test('lists may be lists, maps with names, or one text with commas', () => {
    expect(fieldList(head, 'author')).toEqual(['Ann Lee', 'Bo']);
    expect(fieldList(head, 'tags', 'keywords')).toEqual(['a', 'b', 'c']);
    expect(fieldList(head, 'empty', 'keywords')).toEqual(['d']);
    expect(fieldItems(head, 'captions')).toEqual(['One, two', 'Three']);
  });
});
