import { type Client, createClient } from '../../contract/client.ts';
import type { ImportSummary } from '../../contract/imports.ts';
import type { ImportId } from '../../contract/model.ts';
import { everywhere } from '../../contract/query.ts';
import type { Engine } from '../../main/engine.ts';
import { type Piece, readPieces } from './pieces.ts';

/** The clock of the pictures: the engine and the page are given it, so that they look the same on any day. */
export interface Clock {
  at: number;
}

/** When the pictures are taken: a Monday morning. */
export const PICTURE_TIME = Date.UTC(2026, 10, 16, 9, 41);

/** Fills an empty library as a person would have over some weeks. @returns the import whose report is worth a picture */
export async function fillLibrary(engine: Engine, clock: Clock): Promise<ImportId> {
  const client = createClient({ send: engine.dispatch, subscribe: engine.subscribe });
  const pieces = readPieces();
  const of = (file: string) => pieces.get(file) ?? [];
  const take = async (at: string, name: string, files: readonly Upload[]) => {
    clock.at = Date.parse(at);
    return upload(engine, client, name, files);
  };

  await take('2026-09-03T20:10Z', 'Cuttings', of('cuttings.txt').slice(0, 4));
  await take('2026-10-20T07:30Z', 'Long reads', of('long-reads.txt'));
  await take('2026-11-01T16:45Z', 'Wire copy', of('wire-copy.txt'));
  const mixed = await take('2026-11-14T18:20Z', 'Old laptop', oldLaptop(of('cuttings.txt')));
  clock.at = Date.parse('2026-11-14T18:25Z');
  await ended(client, client.call('imports.samples', null));
  await take('2026-11-15T19:02Z', 'From abroad', of('from-abroad.txt'));
  await take('2026-11-16T09:20Z', 'Weather desk', of('weather-desk.txt'));
  await take('2026-11-16T09:30Z', 'Northern Ledger', of('northern-ledger.txt'));
  await take('2026-11-16T09:32Z', 'Coast Courier', of('coast-courier.txt'));
  clock.at = PICTURE_TIME;

  await setStates(client, [...pieces.values()].flat());
  await client.call('settings.set', { listOrder: 'published' });
  return mixed.id;
}

interface Upload {
  readonly path: string;
  readonly text: string;
}

/** A folder as one finds it on an old computer: some articles known already, some new, and much that is no article. */
const oldLaptop = (cuttings: readonly Piece[]): readonly Upload[] => [
  ...cuttings.map(({ path, text }) => ({ path: path.replace('Cuttings/', 'Old laptop/clippings/'), text })),
  { path: 'Old laptop/desktop/untitled.txt', text: '' },
  { path: 'Old laptop/desktop/untitled 2.txt', text: '\n\n  \n' },
  { path: 'Old laptop/desktop/saved page.txt', text: FURNITURE },
  { path: 'Old laptop/pictures/harbour wall.jpg', text: '\u{0}' },
  { path: 'Old laptop/pictures/harbour wall (2).jpg', text: '\u{0}' },
  { path: 'Old laptop/scans/letter to the editor.pdf', text: '%PDF-1.4' },
  { path: 'Old laptop/scans/ferry timetable 2009.pdf', text: '%PDF-1.4' },
];

const FURNITURE =
  'Advertisement\n\nShare\nEmail\nPrint\n\nAdvertisement\n\nSign up for our newsletter\n\n12 comments\n';

async function upload(engine: Engine, client: Client, name: string, files: readonly Upload[]): Promise<ImportSummary> {
  const begun = await client.call('imports.begin', { name });
  return ended(client, Promise.resolve(begun), async () => {
    for (const { path, text } of files) {
      const headers = { 'x-tearsheet-path': encodeURIComponent(path) };
      await engine.fetch(new Request(`http://tearsheet/import/${begun.id}`, { method: 'POST', headers, body: text }));
    }
    await client.call('imports.finish', { id: begun.id });
  });
}

/** Waits until an import is over. */
async function ended(
  client: Client,
  begun: Promise<ImportSummary>,
  feed: () => Promise<void> = async () => {},
): Promise<ImportSummary> {
  const summaries: ImportSummary[] = [];
  let wake = () => {};
  const leave = client.subscribe((event) => {
    if (event.type !== 'import.progress') return;
    summaries.push(event.import);
    wake();
  });
  try {
    const { id } = await begun;
    await feed();
    for (;;) {
      const last = summaries.find((each) => each.id === id && each.state !== 'running');
      if (last) return last;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    leave();
  }
}

async function setStates(client: Client, pieces: readonly Piece[]): Promise<void> {
  const ids = new Map<string, (typeof first.items)[number]['id']>();
  const query = { filter: everywhere, order: 'added', direction: 'newest', limit: 200, after: null } as const;
  const first = await client.call('articles.list', query);
  for (const { title, id } of first.items) ids.set(title, id);
  const withState = (state: string) => ({
    ids: pieces.filter(({ states }) => states.includes(state)).flatMap(({ title }) => ids.get(title) ?? []),
  });
  await client.call('articles.setStarred', { selection: withState('starred'), isStarred: true });
  await client.call('articles.setRead', { selection: withState('read'), isRead: true });
  await client.call('articles.setArchived', { selection: withState('archived'), isArchived: true });
}
