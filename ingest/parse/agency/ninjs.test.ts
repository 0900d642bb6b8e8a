import { expect, test } from 'vitest';
import { articleFrom } from '../../article.testing.ts';
import { ingest } from '../../index.ts';
import { NOTHING_TOLD } from '../../types.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const read = (value: unknown, name = 'story.json') => articleFrom({ name, bytes: bytes(value) });
const whole = (value: unknown, name = 'story.json') => ingest({ ...NOTHING_TOLD, name, bytes: bytes(value) });

const FIRST = {
  uri: 'tag:quayside.example,2026:0417',
  type: 'text',
  version: '2',
  versioncreated: '2026-03-04T07:00:00Z',
  firstcreated: '2026-03-04T05:15:00Z',
  language: 'en-GB',
  byline: 'By Mira Aldous',
  headline: 'Harbour opens after eleven days',
  headline_short: 'Harbour opens',
  body_text: 'The first ferry left at six.\nNobody went home.',
  body_xhtml:
    '<div><h1>Harbour opens after eleven days</h1><p>PORT ELLERY (QP) - The first ferry left <b>at six</b>, with post for eleven days on board.</p><p>Nobody went home.</p></div>',
  description_text: 'Fog lifted at dawn.',
  located: 'Port Ellery',
  pubstatus: 'usable',
  ednote: 'Recasts with quotes',
  provider: 'Quayside Press',
  subject: [{ name: 'Weather', code: '17000000' }, { code: '20001128' }],
  slugline: 'harbour-fog',
  associations: {
    main: {
      uri: 'tag:quayside.example,2026:0418',
      type: 'picture',
      headline: 'The ferry',
      description_text: 'The ferry leaves.',
      byline: 'Ada Quill',
      renditions: {
        thumbnail: { href: 'ferry-t.jpg', mimetype: 'image/jpeg', width: 100, height: 75 },
        viewImage: { href: 'pictures/ferry.jpg', mimetype: 'image/jpeg', width: 640, height: 480 },
        film: { href: 'ferry.mp4', mimetype: 'video/mp4' },
      },
    },
    logo: { type: 'graphic', renditions: { main: { href: 'logo.png', mimetype: 'image/png' } } },
  },
};

const SECOND = {
  ...{
    uri: FIRST.uri,
    type: 'text',
    version: '2',
    versioncreated: FIRST.versioncreated,
    firstcreated: FIRST.firstcreated,
  },
  ...{
    language: 'en-GB',
    by: FIRST.byline,
    pubstatus: 'usable',
    ednote: FIRST.ednote,
    copyrightholder: 'Quayside Press',
  },
  headlines: [
    { role: 'short', value: 'Harbour opens' },
    { role: 'main', value: FIRST.headline },
  ],
  bodies: [
    { role: 'text', contenttype: 'text/plain', value: FIRST.body_text },
    {
      role: 'web',
      contenttype: 'text/html',
      value: `<html><head><title>No words of it</title></head><body>${FIRST.body_xhtml}</body></html>`,
    },
  ],
  descriptions: [{ role: 'summary', value: FIRST.description_text }],
  subjects: FIRST.subject,
  associations: [
    {
      name: 'main',
      type: 'picture',
      descriptions: [
        { role: 'caption', value: 'The ferry leaves.' },
        { role: 'creditline', value: 'Ada Quill' },
      ],
      renditions: [{ name: 'main', href: 'pictures/ferry.jpg', contenttype: 'image/jpeg', width: 640, height: 480 }],
    },
  ],
};

/** The same in the spelling of the third generation. */
const THIRD = JSON.parse(
  JSON.stringify(SECOND).replace(
    /"(versioncreated|firstcreated|pubstatus|ednote|copyrightholder|contenttype)":/g,
    (_, key: string) =>
      `"${key.replace(/created|status|note|holder|type/, (end) => end.charAt(0).toUpperCase() + end.slice(1))}":`,
  ),
);

test.each([
  ['first', FIRST],
  ['second', SECOND],
  ['third', THIRD],
])('an item of the %s generation says what it is', async (_, item) => {
  const { format, draft, guid, source } = await read(item);
  expect(format).toBe('ninjs');
  expect(draft).toMatchObject({
    title: 'Harbour opens after eleven days',
    byline: 'Mira Aldous',
    published: { at: Date.UTC(2026, 2, 4, 5, 15) },
    modified: { at: Date.UTC(2026, 2, 4, 7) },
    dateline: { place: 'Port Ellery', agency: 'QP' },
    description: 'Fog lifted at dawn.',
    siteName: 'Quayside Press',
    language: 'en',
    tags: ['Weather'],
    captions: ['The ferry leaves. (Ada Quill)'],
    usage: { status: 'usable', revision: 2, note: 'Recasts with quotes', isCorrection: false },
  });
  expect(draft.text).toBe('The first ferry left at six, with post for eleven days on board.\n\nNobody went home.');
  expect(draft.html).toContain('<b>at six</b>');
  expect(draft.images.map(({ file }) => file)).toEqual(['pictures/ferry.jpg']);
  expect(guid).toBe('tag:quayside.example,2026:0417');
  expect(source).toMatchObject({ kind: 'agency', name: 'Quayside Press' });
});

test('third generation keys are the ones meant', () => {
  expect(Object.keys(THIRD)).toEqual(
    expect.arrayContaining(['versionCreated', 'pubStatus', 'edNote', 'copyrightHolder']),
  );
});

test('a picture is an article of its picture and its caption', async () => {
  const { draft } = await read({ ...FIRST.associations.main, versioncreated: '2026-03-04T05:15:00Z' });
  expect(draft).toMatchObject({
    title: 'The ferry',
    text: '',
    excerpt: 'The ferry leaves. (Ada Quill)',
    byline: 'Ada Quill',
  });
  expect(draft.html).toMatch(/^<figure><img data-src="pictures\/ferry.jpg"[^>]*><figcaption>The ferry leaves/);
});

test('a list is its items, under names that stay', async () => {
  const list = { items: [FIRST, { ...SECOND, uri: 'urn:x:2' }, { ...SECOND, uri: 'urn:x:2' }] };
  const names = async (value: unknown) => {
    const result = await whole(value);
    return result.ok && 'entries' in result ? result.entries.map(({ name }) => name) : [];
  };
  expect(await names(list)).toEqual(['tag-quayside.example-2026-0417.json', 'urn-x-2.json', 'urn-x-2~2.json']);
  expect(await names([FIRST, SECOND])).toHaveLength(2);
});

test.each([
  ['canceled', {}, { status: 'canceled' }],
  ['withheld', {}, { status: 'withheld' }],
  [
    'usable',
    { embargoed: '2026-03-04T07:00:00+01:00' },
    { status: 'embargoed', embargoedUntil: { at: Date.UTC(2026, 2, 4, 6) } },
  ],
  ['usable', { ednote: 'CORRECTION: the day was wrong' }, { isCorrection: true }],
  ['usable', { headline: 'Korrektur: Hafen öffnet' }, { isCorrection: true }],
  ['usable', { headline: 'Correctional officers meet' }, { isCorrection: false }],
])('pubstatus %s with %o', async (pubstatus, more, usage) => {
  expect((await read({ ...FIRST, pubstatus, ...more })).draft.usage).toMatchObject(usage);
});

test('what is no article is refused, each with its reason', async () => {
  const event = { uri: 'urn:e', title: 'Council meets', eventDetails: { dates: {} } };
  expect(await whole(event)).toMatchObject({
    ok: false,
    code: 'not-an-article',
    message: expect.stringMatching(/event/),
  });
  const film = { uri: 'urn:f', type: 'video', headline: 'Ferry', versioncreated: '2026-03-04' };
  expect(await whole(film)).toMatchObject({ ok: false, message: 'A film without a text' });
  expect(await whole({ name: 'a package', version: '1' })).toMatchObject({ ok: false, code: 'not-an-article' });
  const cut = JSON.stringify(FIRST).slice(0, -40);
  const result = await ingest({ ...NOTHING_TOLD, name: 'a.ninjs', bytes: new TextEncoder().encode(cut) });
  expect(result).toMatchObject({ ok: false, code: 'malformed', message: expect.stringMatching(/JSON/) });
});

test('values of the wrong kind and hostile ones do no harm', async () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  const { draft } = await read({
    ...FIRST,
    ...{
      headline: evil + FIRST.headline,
      byline: 5,
      body_xhtml: `<p onclick="x()">Words${evil}</p>`,
      subject: [null, evil, { name: 7 }],
    },
    ...{
      renditions: [null, 3],
      associations: { a: null, b: { type: 'picture', renditions: { c: { href: 'javascript:alert(1)' } } } },
    },
    ...{ version: {}, versioncreated: 12, ednote: evil, located: [] },
  });
  expect(draft.html).not.toMatch(/script|onerror|onclick|javascript/);
  expect(draft.title).not.toContain('<');
});
