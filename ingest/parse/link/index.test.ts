import { expect, test } from 'vitest';
import { articleFrom } from '../../article.testing.ts';
import { ingest } from '../../index.ts';
import { NOTHING_TOLD } from '../../types.ts';

const PLIST = (url: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd"><plist version="1.0"><dict><key>Name</key><string>x</string><key>URL</key><string>${url}</string></dict></plist>`;

/** A dictionary of one string by one key, as the Mac packs it. */
function binaryList(url: string): Uint8Array {
  const head = Buffer.from('bplist00');
  const dictionary = Buffer.from([0xd1, 1, 2]);
  const key = Buffer.from([0x53, ...Buffer.from('URL')]);
  const value = Buffer.concat([Buffer.from([0x5f, 0x10, url.length]), Buffer.from(url)]);
  const offsets = [8, 11, 15, 15 + value.length];
  const trailer = Buffer.alloc(32);
  trailer.set([1, 1], 6);
  trailer[15] = 3;
  trailer[31] = offsets[3] ?? 0;
  return Buffer.concat([head, dictionary, key, value, Buffer.from(offsets.slice(0, 3)), trailer]);
}

const utf8 = (text: string): Uint8Array => Buffer.from(text);
const ADDRESS = 'https://ferry.example/news/back-again?id=7&x=1';

test('an address longer than any that is taken is none', async () => {
  const bytes = utf8(`[InternetShortcut]\r\nURL=https://ferry.example/${'a'.repeat(40_000)}\r\n`);
  expect(await ingest({ ...NOTHING_TOLD, name: 'long.url', bytes })).toMatchObject({ code: 'not-an-article' });
});

test.each([
  [
    'The ferry is back.url',
    utf8(`[DEFAULT]\r\nBASEURL=http://else.example/\r\n[InternetShortcut]\r\nURL=${ADDRESS}\r\nIconFile=x\r\n`),
  ],
  ['The ferry is back.webloc', utf8(PLIST(ADDRESS.replace('&', '&amp;')))],
  ['The ferry is back.webloc', binaryList(ADDRESS)],
  [
    'link.desktop',
    utf8(`[Desktop Entry]\nVersion=1.0\nType=Link\nName=The ferry is back\nName[de]=Die Fähre\nURL=${ADDRESS}\n`),
  ],
])('%s is an article without text', async (name, bytes) => {
  const { format, draft } = await articleFrom({ name, bytes });
  expect(format).toBe('link');
  expect(draft).toMatchObject({
    title: 'The ferry is back',
    url: ADDRESS,
    siteName: 'ferry.example',
    text: '',
    html: '',
    wordCount: 0,
  });
});

test.each([
  ['a.url', utf8('[InternetShortcut]\nURL=javascript:alert(1)\n')],
  ['a.url', utf8('[InternetShortcut]\nURL=file:///etc/passwd\n')],
  ['a.url', utf8('[Other]\nURL=https://ferry.example/\n')],
  ['a.url', utf8('nothing of the kind')],
  ['a.desktop', utf8('[Desktop Entry]\nType=Application\nName=Editor\nExec=rm -rf /\nURL=https://ferry.example/\n')],
  ['a.webloc', utf8(PLIST('data:text/html,x'))],
  ['a.webloc', utf8('<plist><dict><key>URL</key></dict></plist>')],
  ['a.webloc', binaryList('ftp://ferry.example/a')],
  ['a.webloc', Buffer.concat([utf8('bplist00'), Buffer.alloc(99, 0x5f)])],
])('%s that leads to no page is passed over', async (name, bytes) => {
  expect(await ingest({ ...NOTHING_TOLD, name, bytes })).toEqual({
    ok: false,
    code: 'not-an-article',
    message: 'A shortcut to something that is no web page',
  });
});

test('HTML in a title is text, and no name or password is kept', async () => {
  const bytes = utf8(
    '[Desktop Entry]\nType=Link\nName=<img src=x onerror=alert(1)>\nURL=https://me:secret@ferry.example/a\n',
  );
  const { draft } = await articleFrom({ name: 'a.desktop', bytes });
  expect(draft).toMatchObject({ title: '<img src=x onerror=alert(1)>', url: 'https://ferry.example/a', html: '' });
});
