import type { Payload } from '../types.ts';
import { entryNames, sharedIn } from './entry-names.ts';
import { isObject, type Json } from './json-feed.ts';
import { entryTold, MAX_HEAD } from './unfold.ts';

const encoder = new TextEncoder();

/** A mark of ours in the file of an entry, as JSON Feed lets anyone add. */
const OURS = '_tearsheet';

const wordsOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;

const identityOf = (item: Json) => ({
  id: wordsOf(item['id']),
  url: wordsOf(item['url']) ?? wordsOf(item['external_url']),
  title: wordsOf(item['title']),
});

/** A JSON Feed taken apart: each item with the head, as a feed of its own. */
export function unfoldJson(file: Json, told: Payload): readonly Payload[] {
  const { items, ...whole } = file;
  const head = Object.fromEntries(
    Object.entries(whole).filter(([, value]) => JSON.stringify(value).length <= MAX_HEAD),
  );
  const entries = (Array.isArray(items) ? items : [])
    .filter(isObject)
    .map((item) => ({ item, identity: identityOf(item) }));
  const shared = sharedIn(entries.map(({ identity }) => identity));
  const name = entryNames('feed.json');
  return entries.map(({ item, identity }) => {
    const { id, ...rest } = item;
    const kept = identity.id !== null && shared.ids.has(identity.id) ? rest : item;
    const mark = identity.url !== null && shared.urls.has(identity.url) ? { [OURS]: { isAddressShared: true } } : {};
    const source = JSON.stringify(kept);
    const bytes = encoder.encode(`${JSON.stringify({ ...head, ...mark, items: [kept] })}\n`);
    return { ...entryTold(told), mediaType: 'application/feed+json', name: name(identity, source), bytes };
  });
}

/** Whether it is the file of an entry whose page others link to as well. */
export const isMarkedJson = (file: Json): boolean => isObject(file[OURS]) && file[OURS]['isAddressShared'] === true;
