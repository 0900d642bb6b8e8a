import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Dateline, StatedDate } from '../../../contract/model.ts';
import { articleFrom } from '../../article.testing.ts';
import { parseText } from './index.ts';

/** What a page beside it should come out as. */
interface Expected {
  readonly title: string;
  readonly byline: string | null;
  readonly publishedAt: string | null;
  readonly publishedPrecision: string | null;
  readonly zone: string | null;
  readonly modifiedAt: string | null;
  readonly dateline: Dateline | null;
  readonly siteName: string | null;
  readonly url: string | null;
  readonly captions: readonly string[];
  readonly description: string | null;
  readonly language: string;
  readonly paragraphs: readonly string[];
}

const folder = new URL('./fixtures/', import.meta.url);
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace(/\.txt$/, ''));

const iso = (date: StatedDate | null): string | null => (date === null ? null : new Date(date.at).toISOString());
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

test('there are pages of many habits and languages', () => {
  expect(pages.length).toBeGreaterThanOrEqual(40);
  const languages = new Set(pages.map((page) => expected(page).language));
  expect(languages.size).toBeGreaterThanOrEqual(16);
});

describe.each(pages)('%s', async (page) => {
  const { paragraphs, title, ...stated } = expected(page);
  const { draft } = await articleFrom({
    bytes: readFileSync(new URL(`${page}.txt`, folder)),
    name: `${page}.txt`,
  });

  test('comes out with what it states, and nothing it does not', () => {
    expect(draft.title).toBe(oneLine(title));
    expect({
      byline: draft.byline,
      publishedAt: iso(draft.published),
      publishedPrecision: draft.published?.precision ?? null,
      zone: draft.published?.zone ?? null,
      modifiedAt: iso(draft.modified),
      dateline: draft.dateline,
      siteName: draft.siteName,
      url: draft.url,
      captions: draft.captions,
      description: draft.description,
      language: draft.language,
    }).toEqual({ ...stated, titleFromBody: undefined });
  });

  test('keeps its paragraphs and nothing that stood around them', () => {
    expect(draft.text.split('\n\n')).toEqual(paragraphs);
  });

  test.each(['\n', '\n\n'])('loses nothing of an article that stands alone, its lines %j apart', async (gap) => {
    const { body } = await parseText([oneLine(title), '12 May 2020', ...paragraphs].join(gap));
    const lines = paragraphs.flatMap((paragraph) => paragraph.split('\n'));
    const kept = body.text.split(/\n+/);
    // A dateline is taken off the first paragraph.
    expect(lines.filter((line) => !kept.some((each) => line === each || (each !== '' && line.endsWith(each))))).toEqual(
      [],
    );
  });
});

function expected(page: string): Expected {
  return JSON.parse(readFileSync(new URL(`${page}.json`, folder), 'utf8')) as Expected;
}
