import type { Told } from '../types.ts';
import { entryNames, sharedIn } from './entry-names.ts';
import { isObject, type Json } from './json-feed.ts';
import { whole } from './place.ts';
import { type EntryFile, entryTold, MAX_HEAD } from './unfold.ts';

const encoder = new TextEncoder();

/** A mark of ours in the file of an entry, as JSON Feed lets anyone add. */
const OURS = '_tearsheet';

const wordsOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;

const identityOf = (item: Json, base: string | null) => ({
  id: wordsOf(item['id']),
  url: whole(wordsOf(item['url']) ?? wordsOf(item['external_url']), base),
  title: wordsOf(item['title']),
});

/** A JSON Feed taken apart: each item with the head, as a feed of its own. */
export function unfoldJson(file: Json, told: Told): readonly EntryFile[] {
  const { items, ...whole } = file;
  const head = Object.fromEntries(
    Object.entries(whole).filter(([, value]) => JSON.stringify(value).length <= MAX_HEAD),
  );
  const entries = (Array.isArray(items) ? items : [])
    .filter(isObject)
    .map((item) => ({ item, identity: identityOf(item, told.url) }));
  const shared = sharedIn(entries.map(({ identity }) => identity));
  const name = entryNames('feed.json');
  return entries.map(({ item, identity }) => {
    const { id, ...rest } = item;
    const isNameless = identity.id !== null && shared.ids.has(identity.id);
    const kept = isNameless ? rest : item;
    const isUrlShared = identity.url !== null && shared.urls.has(identity.url);
    const mark = isUrlShared ? { [OURS]: { isAddressShared: true } } : {};
    const source = JSON.stringify(kept);
    const bytes = encoder.encode(`${JSON.stringify({ ...head, ...mark, items: [kept] })}\n`);
    const payload = { ...entryTold(told), mediaType: 'application/feed+json', name: name(identity, source), bytes };
    return { ...identity, id: isNameless ? null : identity.id, isUrlShared, said: source, payload };
  });
}

/** Whether it is the file of an entry whose page others link to as well. */
export const isMarkedJson = (file: Json): boolean => isObject(file[OURS]) && file[OURS]['isAddressShared'] === true;
