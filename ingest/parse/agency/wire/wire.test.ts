import { expect, test } from 'vitest';
import { articleFrom } from '../../../article.testing.ts';
import { ingest } from '../../../index.ts';
import { NOTHING_TOLD } from '../../../types.ts';

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const read = (text: string, name = 'story.txt') => articleFrom({ name, bytes: latin(text) });

const SOH = '\x01';
const STX = '\x02';
const ETX = '\x03';

const PARAGRAPHS = [
  '   Port Ellery (qp) - Die erste Fähre ist am Mittwoch um sechs Uhr aus-',
  'gelaufen, mit Post für elf Tage und vierhundert Broten an Bord.',
  '   Niemand wollte nach Hause gehen.',
];

interface Sent {
  readonly heading?: string;
  readonly above?: readonly string[];
  readonly head?: readonly string[];
  readonly body?: readonly string[];
  readonly filed?: string;
}

const iptc = ({
  heading = 'qpa062 4 vm 211  qp 0061',
  above = ['Wetter/Verkehr/', '(Zusammenfassung 1700)'],
  head = ['Hafen nach elf Tagen', 'wieder offen =', 'Von Mira Aldous, qp ='],
  body = PARAGRAPHS,
  filed = 'qp ma xx n1 hb\r\n040615 Mar 26',
}: Sent = {}) =>
  [
    `${SOH}${heading}`,
    '',
    ...above,
    `${STX}${head[0] ?? ''}`,
    ...head.slice(1),
    '',
    ...body,
    filed,
    `${ETX}\r\n\n\n`,
  ].join('\r\n');

test('IPTC 7901: heading, title, byline, text in Latin-1 and the time it was filed', async () => {
  const { format, draft, guid, encoding } = await read(iptc());
  expect(format).toBe('wire');
  expect(encoding).toBe('windows-1252');
  expect(draft).toMatchObject({
    title: 'Hafen nach elf Tagen wieder offen',
    published: { at: Date.UTC(2026, 2, 4, 6, 15), precision: 'minute', zone: null },
    dateline: { place: 'Port Ellery', agency: 'qp' },
    siteName: 'qp',
    language: 'de',
    tags: ['Wetter', 'Verkehr'],
    usage: { status: 'usable' },
  });
  expect(draft.byline).toContain('Mira Aldous');
  expect(draft.text).toContain('um sechs Uhr aus-gelaufen, mit Post');
  expect(draft.text).toMatch(/Broten an Bord\.\n\nNiemand wollte nach Hause gehen\.$/);
  expect(guid).toBe('wire:qp:61:2026-03-04');
});

test('IPTC 7901: the time it was filed may say its zone', async () => {
  const { draft } = await read(iptc({ filed: '040615 GMT MAR 26' }));
  expect(draft.published).toMatchObject({ at: Date.UTC(2026, 2, 4, 6, 15), zone: 'Z' });
  expect(draft.text).not.toContain('GMT');
});

test('IPTC 7901: lines above the first paragraph are its head also without a mark at their ends', async () => {
  const { draft } = await read(
    iptc({ head: ['Hafen-Ellery', 'Hafen wieder offen', 'Von Mira Aldous', 'Erste Post seit elf Tagen'] }),
  );
  expect(draft).toMatchObject({ title: 'Hafen wieder offen', dateline: { place: 'Port Ellery' } });
  expect(draft.byline).toContain('Mira Aldous');
  expect(draft.text).not.toContain('Hafen wieder offen');
});

test.each(['story.txt', 'story.iptc', 'story.wire', 'story.anpa', 'story'])(
  'it is told by its control characters: %s',
  async (name) => {
    expect((await read(iptc(), name)).format).toBe('wire');
  },
);

test('what is not to be published is left out', async () => {
  const body = [
    ...PARAGRAPHS,
    '',
    'Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt',
    '   Telefon: 555 0100',
  ];
  expect((await read(iptc({ body }))).draft.text).not.toMatch(/555|nicht zur/);
});

test('a kill and a correction are about the story they name', async () => {
  const first = (await read(iptc())).guid;
  const kill = await read(
    iptc({
      heading: 'qpa070 2 vm 20  qp 0070',
      above: ['Wetter/Verkehr/'],
      head: ['KILL ='],
      body: ['   Achtung Redaktionen: Die Meldung qp 0061 wird zurückgezogen. Keine Fähre fuhr.'],
    }),
  );
  expect(kill.draft.usage).toMatchObject({ status: 'canceled', note: expect.stringContaining('Keine Fähre fuhr') });
  expect(kill.guid).toBe(first);
  const correction = await read(
    iptc({
      heading: 'qpa071 4 vm 211  qp 0071',
      above: ['Wetter/', '(Berichtigung zu qp 0061: Tag im ersten Absatz)'],
    }),
  );
  expect(correction.draft.usage).toMatchObject({ status: 'usable', isCorrection: true });
  expect(correction.guid).toBe(first);
});

test('that somebody is killed in a story is no kill', async () => {
  const body = [
    '   Port Ellery (qp) - Two gulls were killed when the ferry left on Wednesday, the harbour office said. Kill rates are low.',
  ];
  expect((await read(iptc({ head: ['Gulls killed ='], body }))).draft.usage).toMatchObject({
    status: 'usable',
    isCorrection: false,
  });
});

test('an embargo is told by its line', async () => {
  const { draft } = await read(iptc({ above: ['Wetter/', '(Sperrfrist: 5. März 2026 06.00 Uhr)'] }));
  expect(draft.usage).toMatchObject({ status: 'embargoed', embargoedUntil: { at: Date.UTC(2026, 2, 5, 6) } });
});

test('several transmissions in one file are several stories', async () => {
  const text = iptc() + iptc({ heading: 'qpa063 4 vm 211  qp 0062', head: ['Fahrpreise steigen ='] });
  const result = await ingest({ ...NOTHING_TOLD, name: 'day.txt', bytes: latin(text) });
  if (!result.ok || !('entries' in result)) throw new Error('not taken apart');
  expect(result.entries.map(({ name }) => name)).toEqual(['qpa062-4.wire', 'qpa063-4.wire']);
  expect(await Promise.all(result.entries.map(ingest))).toMatchObject([
    { draft: { title: 'Hafen nach elf Tagen wieder offen' } },
    { draft: { title: 'Fahrpreise steigen' } },
  ]);
});

const anpa = ({
  keyword = 'BC-Harbour-Fog,1st Ld-Writethru',
  lines = [
    '^BC-Harbour-Fog,1st Ld-Writethru,0211<',
    '^Eds: Updates with quotes.<',
    '^Harbour opens after eleven days of fog<',
    '^By MIRA ALDOUS<',
    '^Quayside Press Writer=',
  ],
  body = [
    '\tPORT ELLERY (QP) _ The first ferry left at six on Wednesday with post for eleven',
    "days on board. ``Nobody wanted to go home,'' the harbour office said.",
    '\tFour hundred loaves were waiting _ and one bridegroom.<',
  ],
  trailer = 'QP-WF-03-04-26 0612GMT',
} = {}) =>
  `\x16\x16${SOH}a0231\x1f\r\nu a\x13\x11${keyword}  03-04 0211${STX}\r\n${[...lines, ...body].join('\r\n')}\r\n${ETX}${trailer}\r\n\x04`;

test('ANPA 1312: title, byline, text and the time it was filed', async () => {
  const { format, draft, guid } = await read(anpa());
  expect(format).toBe('wire');
  expect(draft).toMatchObject({
    title: 'Harbour opens after eleven days of fog',
    published: { at: Date.UTC(2026, 2, 4, 6, 12), zone: 'Z' },
    dateline: { agency: 'QP' },
    siteName: 'QP',
    tags: ['Harbour-Fog'],
    usage: { status: 'usable', revision: 1, note: 'Eds: Updates with quotes.' },
  });
  expect(draft.byline?.toLowerCase()).toBe('mira aldous');
  expect(draft.text).toContain('on board. “Nobody wanted to go home,” the harbour office said.');
  expect(draft.text).toContain('waiting – and one bridegroom.');
  expect(draft.text).not.toMatch(/[<^]|WF-|Eds:/);
  expect(guid).toBe('wire:qp:harbour-fog:2026-03-04');
});

test('later leads, corrections and kills of a day are about the story of that name', async () => {
  const first = (await read(anpa({ keyword: 'BC-Harbour-Fog' }))).guid;
  const kill = await read(
    anpa({
      keyword: 'BC-Harbour-Fog,KILL',
      lines: ['^BC-Harbour-Fog,Mandatory Kill<'],
      body: ['\tEditors: please kill the story slugged BC-Harbour-Fog. No ferry left.'],
    }),
  );
  expect(kill).toMatchObject({ guid: first, draft: { usage: { status: 'canceled' } } });
  const lines = ['^BC-Harbour-Fog,Correct<', '^Eds: CORRECTS the day<', '^Harbour opens<'];
  expect(await read(anpa({ keyword: 'BC-Harbour-Fog,2nd Ld', lines }))).toMatchObject({
    ...{ guid: first, draft: { usage: { revision: 2, isCorrection: true } } },
  });
});

test('bytes that are no wire are not taken for one', async () => {
  const noise = Uint8Array.from({ length: 4_000 }, (_, n) => (n === 0 ? 1 : (n * 2_654_435_761) & 0xff));
  expect(await ingest({ ...NOTHING_TOLD, name: 'a.txt', bytes: noise })).toMatchObject({ ok: false, code: 'not-text' });
});

test('cut off anywhere and hostile, it does no harm', async () => {
  const evil = '<script>alert(1)</script>';
  for (const text of [
    iptc({ above: [evil], head: [`${evil} =`], body: [`   ${evil} Words.`] }),
    anpa({ lines: [`^${evil}<`], body: [`\t${evil} Words.`] }),
  ]) {
    for (let nth = 1; nth <= 50; nth++) {
      const result = await ingest({
        ...NOTHING_TOLD,
        name: 'a.txt',
        bytes: latin(text.slice(0, (text.length * nth) / 50)),
      });
      if (result.ok && 'draft' in result) expect(result.draft.html).not.toContain('<script');
    }
  }
});
