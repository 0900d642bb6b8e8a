import { describe, expect, test } from 'vitest';
import type { ArticleFilter, SearchResult } from '../../contract/query.ts';
import { filter, memoryStore, NOW, prepared, source } from '../testing.ts';

type TestStore = ReturnType<typeof memoryStore>;

const run = (store: TestStore, text: string, within: Partial<ArticleFilter> = {}): SearchResult =>
  store.search({ text, filter: filter(within), limit: 50, offset: 0 });
const titles = (store: TestStore, text: string, within: Partial<ArticleFilter> = {}) =>
  run(store, text, within).hits.map(({ article }) => article.title);

/** Titles that differ, so that a hit tells which article it is. */
function press() {
  const store = memoryStore();
  const ids = store.add(
    prepared({
      title: 'Talks begin',
      text: 'Ministers spoke of the treaty in Genève.\n\nThey did not sign.',
      tags: ['Diplomacy'],
    }),
    prepared({ title: 'Treaty signed', text: 'The pen was passed round the table.', byline: 'Zoë Köhler' }),
    prepared({ title: 'Storm warning', text: 'Winds rise over the coast. Don’t go out, C++ programmers were told.' }),
    prepared({ title: '東京都庁の新しい計画', text: '東京都は日本の首都です。選手が来た。', language: 'ja' }),
    prepared({ title: 'Климат', text: 'Ёлки растут медленно.', language: 'ru' }),
    prepared({ title: 'Tax', text: 'table table table' }),
  );
  return { store, ids };
}

describe('search finds', () => {
  const { store } = press();
  test.each<readonly [string, readonly string[]]>([
    ['treaty', ['Treaty signed', 'Talks begin']],
    ['TREATY signed', ['Treaty signed']],
    ['treaty storm', []],
    ['geneve', ['Talks begin']],
    ['GENÈVE', ['Talks begin']],
    ['kohler', ['Treaty signed']],
    ['zoe', ['Treaty signed']],
    ['елки', ['Климат']],
    // Phrases, in any quotation marks; the words must stand one after the other.
    ['"of the treaty"', ['Talks begin']],
    ['„of the treaty“', ['Talks begin']],
    ['«of the treaty»', ['Talks begin']],
    ['"treaty the of"', []],
    ['"passed round" table', ['Treaty signed']],
    ['"the tab', ['Treaty signed']],
    ['"the tab"', []],
    ['"of the tr', ['Talks begin']],
    ['"of the x', ['Talks begin']],
    ['"of the xyz', []],
    // The last word is one being typed: from three letters on any beginning, in titles, bylines and texts.
    ['trea', ['Treaty signed', 'Talks begin']],
    ['tre', ['Treaty signed', 'Talks begin']],
    ['köhl', ['Treaty signed']],
    ['trea signed', []],
    ['signed trea', ['Treaty signed']],
    // One or two letters: whole words, and beginnings of titles and tags.
    ['ta', ['Tax', 'Talks begin']],
    ['t', ['Tax', 'Treaty signed', 'Talks begin', 'Storm warning']],
    ['round-the-table', ['Treaty signed']],
    ['the-round-table', []],
    ['round.the', ['Treaty signed']],
    ['c', ['Storm warning']],
    ['di', ['Talks begin']],
    ['of', ['Talks begin']],
    ['wi', []],
    // Tags, as words among the others.
    ['diplomacy', ['Talks begin']],
    ['diplo', ['Talks begin']],
    ['diplomacy treaty', ['Talks begin']],
    ['treaty diplomacy', ['Talks begin']],
    ['diplomacy storm', []],
    // Scripts without spaces.
    ['東京', ['東京都庁の新しい計画']],
    ['東京都', ['東京都庁の新しい計画']],
    ['選手', ['東京都庁の新しい計画']],
    ['選', ['東京都庁の新しい計画']],
    ['日', ['東京都庁の新しい計画']],
    ['大阪', []],
  ])('%s', (text, expected) => {
    expect([...titles(store, text)].sort()).toEqual([...expected].sort());
    expect(run(store, text).total).toBe(expected.length);
  });
});

describe('nothing typed is an error', () => {
  const { store } = press();
  test.each([
    '',
    ' \t\n ',
    '"',
    '""',
    '" "',
    'foo"',
    '"foo',
    '"a" "b',
    "don't",
    'don’t',
    'C++',
    'AND',
    'OR NOT',
    'treaty AND',
    'NOT treaty',
    '-x',
    '- -',
    'title:treaty',
    'body : x',
    '{title} : x',
    'col:x',
    'NEAR(',
    'NEAR(a b, 3)',
    '^a',
    '*',
    'a*',
    '**',
    '(',
    ')',
    '((((',
    '+',
    'a+b',
    "'; DROP TABLE article; --",
    '\\',
    '%_',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\ue000',
    '\u{10ffff}',
    '\u0301',
    '🙂',
    '½ ß ﬁ Ⅷ',
    '・・・',
    '。',
    '٣',
    'x'.repeat(10_000),
    'x '.repeat(5_000),
    '" '.repeat(5_000),
    '東'.repeat(10_000),
    '('.repeat(10_000),
  ])('%j', (text) => {
    const result = run(store, text);
    expect(result.isOvertaken).toBe(false);
    expect(result.hits.length).toBe(result.total);
  });

  test.each(['', ' ', '"', '***', '(((', '・・・', '🙂', '\u0301'])('%j finds nothing', (text) => {
    expect(run(store, text)).toMatchObject({ total: 0, hits: [] });
  });

  test.each<readonly [string, readonly string[]]>([
    ["don't", ['Storm warning']],
    ['don’t', ['Storm warning']],
    ['C++', ['Storm warning']],
    ['-treaty', ['Treaty signed', 'Talks begin']],
    ['title:treaty', []],
    ['NOT treaty', ['Talks begin']],
  ])('%s is taken as the words it holds', (text, expected) => {
    expect(titles(store, text)).toEqual(expected);
  });
});

describe('a filter', () => {
  test('leaves out what it does not mean, and the trash unless it is asked for', () => {
    const { store, ids } = press();
    store.setTrashed({ ids: ids.slice(1, 2) }, true);
    store.setArchived({ ids: ids.slice(0, 1) }, true);
    store.setRead({ ids: ids.slice(0, 1) }, true);
    expect(titles(store, 'treaty')).toEqual(['Talks begin']);
    expect(titles(store, 'treaty', { shelf: 'articles' })).toEqual([]);
    expect(titles(store, 'treaty', { shelf: 'archive' })).toEqual(['Talks begin']);
    expect(titles(store, 'treaty', { shelf: 'trash' })).toEqual(['Treaty signed']);
    expect(titles(store, 'treaty', { unreadOnly: true })).toEqual([]);
    expect(titles(store, 'treaty', { tag: 'diplomacy' })).toEqual(['Talks begin']);
    expect(titles(store, 'treaty', { tag: 'Unknown' })).toEqual([]);
    expect(run(store, 'treaty', { shelf: 'trash' }).total).toBe(1);
  });

  test('holds among more matches than are ranked, and total stays exact', () => {
    const store = memoryStore();
    const articles = Array.from({ length: 2_600 }, (_, nth) =>
      prepared({ title: `Report ${nth}`, text: 'same words', tags: nth % 2 ? ['Odd'] : [] }),
    );
    const ids = store.add(...articles);
    expect(run(store, 'same words').total).toBe(2_600);
    expect(run(store, 'words').total).toBe(2_600);
    expect(run(store, 'sam').total).toBe(2_600);
    store.setTrashed({ ids: ids.slice(0, 100) }, true);
    expect(run(store, 'same words').total).toBe(2_500);
    expect(run(store, 'sam').total).toBe(2_500);
    expect(run(store, 'words', { shelf: 'trash' }).total).toBe(100);
    expect(run(store, 'words', { tag: 'odd' }).total).toBe(1_250);
    // What was worked out for a query must not outlive a change.
    expect(run(store, 'same words').total).toBe(2_500);
    store.setTrashed({ ids: ids.slice(0, 50) }, false);
    expect(run(store, 'same words').total).toBe(2_550);
    // The newest are the ones that are ranked: where nothing else tells them apart, the newest come first.
    expect(titles(store, 'same words')[0]).toBe('Report 2599');
    store.setTrashed({ ids: ids.slice(-3) }, true);
    expect(titles(store, 'same words')[0]).toBe('Report 2596');
    expect(titles(store, 'sam')[0]).toBe('Report 2596');
    expect(run(store, 'sam').total).toBe(2_547);
    store.setTrashed({ ids: ids.slice(-3) }, false);
    const last = store.search({ text: 'same words', filter: filter(), limit: 50, offset: 1_990 });
    expect(last.hits.map(({ article }) => article.title).at(-1)).toBe('Report 600');
    expect(last.hits).toHaveLength(10);
  });
});

describe('ranking', () => {
  test('a word in the title counts for more than in the text, and often more than once', () => {
    const store = memoryStore();
    const filler = Array.from({ length: 30 }, (_, nth) =>
      prepared({ title: `Filler ${nth}`, text: 'nothing of note happened here today' }),
    );
    store.add(
      prepared({ title: 'Volcano erupts', text: 'It happened today.' }),
      prepared({ title: 'Weather', text: 'A volcano, a volcano, another volcano here today.' }),
      prepared({ title: 'Sports', text: 'Nothing happened here today but a volcano far away in another land.' }),
      ...filler,
    );
    expect(titles(store, 'volcano')).toEqual(['Volcano erupts', 'Weather', 'Sports']);
    expect(titles(store, 'the volcano volc').length).toBe(0);
    expect(titles(store, 'vol')[0]).toBe('Volcano erupts');
    expect(titles(store, 'vo')[0]).toBe('Volcano erupts');
  });

  test('a word that most articles hold tells nothing: the newest come first, however often they hold it', () => {
    const store = memoryStore();
    store.add(
      ...Array.from({ length: 12 }, (_, nth) =>
        prepared({ title: `Nth ${nth}`, text: `and ${'the '.repeat(12 - nth)}` }),
      ),
    );
    for (const text of ['and the', 'the and', '"the"', '"and the"']) {
      expect(titles(store, text).slice(0, 3)).toEqual(['Nth 11', 'Nth 10', 'Nth 9']);
    }
  });

  test('among many matches, titles come first, then the newest', () => {
    const store = memoryStore();
    const articles = Array.from({ length: 2_100 }, (_, nth) =>
      prepared({ title: nth === 1_500 ? 'Governor resigns' : `Nth ${nth}`, text: 'governing words' }),
    );
    store.add(...articles);
    expect(titles(store, 'govern').slice(0, 2)).toEqual(['Governor resigns', 'Nth 2099']);
    expect(titles(store, 'gov').slice(0, 2)).toEqual(['Governor resigns', 'Nth 2099']);
  });

  test('pages follow one another without a gap or a repeat', () => {
    const store = memoryStore();
    store.add(
      ...Array.from({ length: 25 }, (_, nth) =>
        prepared({ title: `Nth ${nth}`, text: `word ${'word '.repeat(nth % 5)}` }),
      ),
    );
    const page = (offset: number) =>
      store.search({ text: 'word', filter: filter(), limit: 10, offset }).hits.map(({ article }) => article.id);
    const all = run(store, 'word').hits.map(({ article }) => article.id);
    expect([...page(0), ...page(10), ...page(20), ...page(30)]).toEqual(all);
  });
});

describe('what is found again after a change', () => {
  test('a renamed tag, a renewed text, a deleted article', () => {
    const { store, ids } = press();
    store.renameTag('Diplomacy', 'Statecraft');
    expect(titles(store, 'diplomacy')).toEqual([]);
    expect(titles(store, 'statecr')).toEqual(['Talks begin']);
    store.setTags({ ids: ids.slice(0, 1) }, [], ['Statecraft']);
    expect(titles(store, 'statecraft')).toEqual([]);
    store.setTrashed({ ids: ids.slice(1, 2) }, true);
    store.emptyTrash();
    expect(titles(store, 'signed')).toEqual([]);
    expect(titles(store, 'tre')).toEqual(['Talks begin']);
    const article = prepared({ title: 'Signed at last' });
    store.saveArticles({ importId: store.importId, addedAt: NOW, items: [{ path: 'x', source, article }] });
    expect(titles(store, 'signed')).toEqual(['Signed at last']);
  });
});
