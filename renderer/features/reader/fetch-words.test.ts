import { expect, test } from 'vitest';
import type { ArticleFetch } from '../../../contract/pages.ts';
import { pageOffer, pictureOffer } from './fetch-words.ts';

const fetch = (stated: Partial<ArticleFetch>): ArticleFetch => ({
  ...{ state: 'waiting', url: 'https://a.example/', error: null, attempts: 0, nextAt: null, changedAt: 0 },
  ...stated,
});
const url = 'https://a.example/';
const failed = { code: 'not-found', message: 'a.example has no such page' };

test('a page is offered where only its address is here, and what became of it is said', () => {
  expect(pageOffer({ offline: 'address', url, page: null })).toEqual({ words: null, action: 'Fetch the text' });
  expect(pageOffer({ offline: 'complete', url, page: null })).toBeNull();
  expect(pageOffer({ offline: 'complete', url, page: fetch({ state: 'fetched' }) })).toBeNull();
  expect(pageOffer({ offline: 'address', url, page: fetch({}) })?.action).toBeNull();
  expect(pageOffer({ offline: 'address', url, page: fetch({ error: failed }) })).toEqual({
    words: 'The page is tried again later. a.example has no such page.',
    action: 'Try now',
  });
  expect(pageOffer({ offline: 'address', url, page: fetch({ state: 'refused', error: failed }) })).toEqual({
    words: 'The page could not be fetched. a.example has no such page.',
    action: 'Try again',
  });
});

test('pictures are offered where they lie in the web and are not here', () => {
  const image = (address: string, src: string | null) => ({ address, src, alt: '', width: null, height: null });
  const images = [
    image('https://a.example/a.png', null),
    image('beside.png', null),
    image('https://a.example/b.png', '/asset/1'),
  ];
  expect(pictureOffer({ images, pictures: null })).toEqual({ words: null, action: 'Fetch the picture' });
  expect(pictureOffer({ images: images.slice(1), pictures: null })).toBeNull();
  expect(pictureOffer({ images, pictures: fetch({ state: 'fetched', error: failed }) })).toEqual({
    words: 'a.example has no such page.',
    action: 'Try again',
  });
});
