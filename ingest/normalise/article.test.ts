import { describe, expect, test } from 'vitest';
import type { SafeHtml } from '../../contract/model.ts';
import { NOTHING_STATED, type ParsedArticle } from '../types.ts';
import { toDraft } from './article.ts';

const parsed = (stated: Partial<ParsedArticle> & { readonly text?: string } = {}): ParsedArticle => {
  const { text = 'The council met on Monday and it was over soon.', ...rest } = stated;
  return {
    ...NOTHING_STATED,
    title: null,
    body: { text, html: `<p>${text}</p>` as SafeHtml },
    ...rest,
  };
};
const draft = (stated: Parameters<typeof parsed>[0], url: string | null = null) => toDraft(parsed(stated), { url });

test('a text without a title is named by its first words', () => {
  expect(draft({}).title).toBe('The council met on Monday and it was over soon.');
  expect(draft({ text: `The ${'very '.repeat(40)}end` }).title.length).toBeLessThanOrEqual(80);
  expect(draft({ title: ' Talks\n in  Geneva ' }).title).toBe('Talks in Geneva');
  expect(draft({ title: '  ' }).title).toBe('The council met on Monday and it was over soon.');
});

test('only addresses of the web are addresses; the file’s own comes before the one it was fetched from', () => {
  expect(draft({ url: 'https://news.example/a' }, 'https://other.example/b').url).toBe('https://news.example/a');
  expect(draft({ url: '/a' }, 'https://other.example/b').url).toBe('https://other.example/b');
  expect(draft({ url: 'javascript:alert(1)' }).url).toBeNull();
  expect(draft({}, 'file:///etc/passwd').url).toBeNull();
});

test('tags are trimmed and stand once', () => {
  expect(draft({ tags: [' a ', 'b', 'a', ''] }).tags).toEqual(['a', 'b']);
});

test('the excerpt is the beginning, words are counted', () => {
  const { excerpt, wordCount } = draft({ text: 'word '.repeat(500).trim() });
  expect(excerpt.length).toBeLessThanOrEqual(120);
  expect(wordCount).toBe(500);
});

describe('language and direction', () => {
  test.each([
    ['pt-BR', 'pt'],
    ['EN_us', 'en'],
    ['zh-Hant-TW', 'zh'],
    ['nonsense!', 'en'],
    ['english', 'en'],
    ['', 'en'],
  ])('a stated %j is %s', (language, expected) => {
    expect(draft({ language }).language).toBe(expected);
  });

  test.each([
    ['قال المجلس إن الجسر سيغلق قبل الشتاء من دون تحديد موعد على ما في البيان', 'ar', 'rtl'],
    ['שלום עולם הגשר נסגר לפני החורף', 'he', 'rtl'],
    ['شهر گفت که پل را پیش از زمستان می‌بندد و این را همه می‌دانند', 'fa', 'rtl'],
    ['The bridge closed and it was said to be for good.', 'en', 'ltr'],
    ['Мост закрыт, и это надолго, как говорят в городе.', 'ru', 'ltr'],
  ])('%s', (text, language, direction) => {
    expect(draft({ text })).toMatchObject({ language, direction });
  });

  test('the text says where it runs, whatever was stated', () => {
    expect(draft({ language: 'en', text: 'שלום עולם' })).toMatchObject({ language: 'en', direction: 'rtl' });
    expect(draft({ language: 'ar', text: 'The bridge' })).toMatchObject({ language: 'ar', direction: 'ltr' });
  });

  test('a text in no known language still has a direction', () => {
    expect(draft({ text: 'ܫܠܡܐ ܥܠܡܐ' })).toMatchObject({ language: null, direction: 'rtl' });
    expect(draft({ text: 'qwz xkcd' })).toMatchObject({ language: null, direction: 'ltr' });
    expect(draft({ text: '12:30' })).toMatchObject({ language: null, direction: 'ltr' });
  });
});
