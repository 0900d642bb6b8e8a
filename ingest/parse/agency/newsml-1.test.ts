import { expect, test } from 'vitest';
import { articleFrom } from '../../article.testing.ts';
import { ingest } from '../../index.ts';
import { NOTHING_TOLD, type Payload } from '../../types.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => articleFrom({ name: 'item.xml', bytes: bytes(text) });
const whole = (text: string) => ingest({ ...NOTHING_TOLD, name: 'item.xml', bytes: bytes(text) });

const TEXT = `<NewsComponent><Role FormalName="Main"/>
  <NewsLines><HeadLine>Le port rouvre</HeadLine><SubHeadLine>Le brouillard se lève</SubHeadLine><ByLine>Par Mira Aldous</ByLine><DateLine>PORT ELLERY, 4 mars 2026 (QP) -</DateLine>
   <KeywordLine>port, brouillard</KeywordLine></NewsLines>
  <DescriptiveMetadata><Language FormalName="fr"/></DescriptiveMetadata>
  <ContentItem><MediaType FormalName="Text"/><DataContent><p>Le premier bac est parti à six heures.</p><p>Personne n’est rentré.</p></DataContent></ContentItem></NewsComponent>`;
const PICTURE = `<NewsComponent><Role FormalName="Photo"/>
  <NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent><p>Le bac part.</p></DataContent></ContentItem></NewsComponent>
  <NewsComponent><Role FormalName="Thumbnail"/><ContentItem Href="bac-petit.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>
  <NewsComponent><Role FormalName="Quicklook"/><ContentItem Href="bac.jpg"><MediaType FormalName="Photo"/>
   <Characteristics><Property FormalName="Width" Value="640"/><Property FormalName="Height" Value="480"/></Characteristics></ContentItem></NewsComponent>
 </NewsComponent>`;

const item = ({
  id = '0417',
  management = '<Status FormalName="Usable"/>',
  revision = '2',
  components = TEXT + PICTURE,
} = {}) =>
  `<NewsItem><Identification><NewsIdentifier><ProviderId>quayside.example</ProviderId><DateId>20260304</DateId><NewsItemId>${id}</NewsItemId>
   <RevisionId PreviousRevision="1" Update="N">${revision}</RevisionId><PublicIdentifier>urn:newsml:quayside.example:20260304:${id}:${revision}</PublicIdentifier></NewsIdentifier></Identification>
  <NewsManagement><FirstCreated>20260304T051500Z</FirstCreated><ThisRevisionCreated>20260304T070000Z</ThisRevisionCreated>${management}</NewsManagement>
  <NewsComponent>${components}</NewsComponent></NewsItem>`;
const file = (items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd"><NewsML Version="1.2"><NewsEnvelope><SentFrom><Party FormalName="Quayside Press"/></SentFrom>
  <DateAndTime>20260304T071000Z</DateAndTime></NewsEnvelope>${items}</NewsML>`;

test('an item says what it is; its picture has its caption', async () => {
  const { format, draft, guid, source } = await read(file(item()));
  expect(format).toBe('newsml-1');
  expect(draft).toMatchObject({
    title: 'Le port rouvre',
    byline: 'Mira Aldous',
    published: { at: Date.UTC(2026, 2, 4, 5, 15) },
    modified: { at: Date.UTC(2026, 2, 4, 7) },
    description: 'Le brouillard se lève',
    siteName: 'Quayside Press',
    language: 'fr',
    tags: ['port', 'brouillard'],
    text: 'Le premier bac est parti à six heures.\n\nPersonne n’est rentré.',
    captions: ['Le bac part.'],
    usage: { status: 'usable', revision: 2 },
  });
  expect(draft.dateline?.place).toMatch(/^PORT ELLERY/);
  expect(draft.images.map(({ file: name }) => name)).toEqual(['bac.jpg']);
  expect(guid).toBe('urn:newsml:quayside.example:20260304:0417');
  expect(source).toMatchObject({ kind: 'agency', name: 'Quayside Press' });
});

const entriesOf = async (text: string): Promise<readonly Payload[]> => {
  const result = await whole(text);
  return result.ok && 'entries' in result ? result.entries : [];
};

test('several items are files of their own, and keep who sent them', async () => {
  const entries = await entriesOf(file(item() + item({ id: '0418' })));
  expect(entries.map(({ name }) => name)).toEqual([
    'urn-newsml-quayside.example-20260304-0417-2.xml',
    'urn-newsml-quayside.example-20260304-0418-2.xml',
  ]);
  for (const entry of entries)
    expect(await ingest(entry)).toMatchObject({
      ok: true,
      draft: { siteName: 'Quayside Press' },
      source: { name: 'Quayside Press' },
    });
});

test('one item in two languages is two articles', async () => {
  const german = TEXT.replace('"fr"', '"de"')
    .replace('Le port rouvre', 'Hafen öffnet')
    .replace(/<p>.*<\/p>/, '<p>Die erste Fähre fuhr um sechs.</p>');
  const entries = await entriesOf(file(item({ components: TEXT + german })));
  const results = await Promise.all(entries.map(ingest));
  expect(results).toMatchObject([
    { draft: { language: 'fr', title: 'Le port rouvre' }, guid: 'urn:newsml:quayside.example:20260304:0417#fr' },
    {
      draft: { language: 'de', title: 'Hafen öffnet', text: 'Die erste Fähre fuhr um sechs.' },
      guid: 'urn:newsml:quayside.example:20260304:0417#de',
    },
  ]);
});

test('one text in several formats is there once', async () => {
  const both = TEXT.replace(
    '<ContentItem>',
    '<ContentItem><MediaType FormalName="Text"/><DataContent>Tout en texte.</DataContent></ContentItem><ContentItem>',
  );
  expect((await read(file(item({ components: both })))).draft.text).not.toContain('Tout en texte');
});

test.each([
  ['<Status FormalName="Canceled"/>', { status: 'canceled' }],
  ['<Status FormalName="Withheld"/>', { status: 'withheld' }],
  [
    '<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260304T060000Z</DateAndTime></StatusWillChange>',
    { status: 'embargoed', embargoedUntil: { at: Date.UTC(2026, 2, 4, 6) } },
  ],
  ['<Status FormalName="Usable"/><Instruction FormalName="Correction"/>', { status: 'usable', isCorrection: true }],
])('%s', async (management, usage) => {
  expect((await read(file(item({ management })))).draft.usage).toMatchObject(usage);
});

test('what only points elsewhere is refused; a kill needs no text and knows its item', async () => {
  const pointing = item({ components: '<NewsItemRef NewsItem="urn:newsml:x"/>' });
  expect(await whole(file(pointing))).toMatchObject({
    ok: false,
    message: 'A package that only points to other items',
  });
  const kill = item({ management: '<Status FormalName="Canceled"/>', revision: '3', components: '' });
  expect(await whole(file(kill))).toMatchObject({
    ok: true,
    guid: 'urn:newsml:quayside.example:20260304:0417',
    draft: { usage: { status: 'canceled', revision: 3 } },
  });
});

test('a picture may stand in the file itself', async () => {
  const dot = 'R0lGODlhAgACAIAAAAAAAP///yH5BAAAAAAALAAAAAACAAIAAAIChFEAOw==';
  const inside = PICTURE.replace(
    '<ContentItem Href="bac.jpg"><MediaType FormalName="Photo"/>',
    `<ContentItem><MimeType FormalName="image/gif"/><Encoding Notation="Base64"><DataContent>${dot}</DataContent></Encoding>`,
  );
  expect((await read(file(item({ components: TEXT + inside })))).assets).toHaveLength(1);
});

test('cut off anywhere, it is read as far as it goes or refused', async () => {
  const text = file(item() + item({ id: '0418' }));
  for (let nth = 1; nth <= 50; nth++) {
    const result = await whole(text.slice(0, (text.length * nth) / 51));
    if (!result.ok) expect(result.message).not.toBe('');
  }
});
