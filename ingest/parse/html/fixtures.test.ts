import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { StatedDate } from '../../../contract/model.ts';
import { articleFrom } from '../../article.testing.ts';

/** What a page beside it should come out as. */
interface Expected {
  readonly paragraphs: readonly string[];
  /** Address and file of each; of one that came with the page, what its address begins with. */
  readonly images: readonly (readonly [address: string, file: string | null])[];
}

const folder = new URL('./fixtures/', import.meta.url);
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace(/\.html$/, ''));

const iso = (date: StatedDate | null): string | null => (date === null ? null : new Date(date.at).toISOString());

describe.each(pages)('%s', async (page) => {
  const { paragraphs, images, ...stated } = JSON.parse(
    readFileSync(new URL(`${page}.json`, folder), 'utf8'),
  ) as Expected;
  const bytes = readFileSync(new URL(`${page}.html`, folder));
  const { draft, assets } = await articleFrom({ bytes, name: `${page}.html` });

  test('comes out with what it states, and nothing it does not', () => {
    expect({
      title: draft.title,
      byline: draft.byline,
      publishedAt: iso(draft.published),
      publishedPrecision: draft.published?.precision ?? null,
      zone: draft.published?.zone ?? null,
      modifiedAt: iso(draft.modified),
      siteName: draft.siteName,
      url: draft.url,
      description: draft.description,
      language: draft.language,
      tags: draft.tags,
      captions: draft.captions,
    }).toEqual(stated);
  });

  test('keeps its paragraphs and nothing that stood around them', () => {
    expect(draft.text.split('\n\n')).toEqual(paragraphs);
  });

  test('keeps its pictures, and asks for none', () => {
    const found = draft.images.map(({ address, file }) => [
      address.replace(/^\/asset\/[0-9a-f]{64}$/, '/asset/'),
      file,
    ]);
    expect(found).toEqual(images);
    expect(draft.html.match(/data-src=/g) ?? []).toHaveLength(images.length);
    expect(assets.map(({ hash }) => `/asset/${hash}`)).toEqual(
      draft.images.map(({ address }) => address).filter((address) => address.startsWith('/asset/')),
    );
    expect(draft.html).not.toMatch(/\ssrc=|srcset|<script|\son\w+=/i);
  });
});
