import { expect, test } from 'vitest';
import { allNamed, elementAt, textIn, wordsIn } from './find.ts';
import { readXml } from './tree.ts';

test('names lose their prefix and keep what it stands for', () => {
  const root = readXml('<a:feed xmlns:a="urn:atom" xmlns="urn:x"><a:title>One</a:title><b c="d"/></a:feed>')?.root;
  expect(root).toMatchObject({ name: 'feed', prefix: 'a', namespace: 'urn:atom' });
  expect(elementAt(root, 'title')).toMatchObject({ namespace: 'urn:atom', children: ['One'] });
  expect(elementAt(root, 'b')).toMatchObject({ namespace: 'urn:x', attributes: { c: 'd' } });
});

test('an element knows its own source', () => {
  const text = '<?xml version="1.0"?>\n<list><item>Gr&amp;ün</item><item n="2"/></list>';
  const items = readXml(text)?.root.children.flatMap((child) => (typeof child === 'string' ? [] : [child])) ?? [];
  expect(items.map(({ start, end }) => text.slice(start, end))).toEqual(['<item>Gr&amp;ün</item>', '<item n="2"/>']);
  expect(textIn(items[0])).toBe('Gr&ün');
});

test('text in CDATA is text', () => {
  expect(textIn(readXml('<a>x <![CDATA[<b>&amp;</b>]]> y</a>')?.root)).toBe('x <b>&amp;</b> y');
});

test('no entity of a DTD is expanded, and nothing is fetched', () => {
  const bomb =
    '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]><a>&c;&d;&lt;</a>';
  expect(textIn(readXml(bomb)?.root)).toBe('&c;&d;<');
});

test('what is cut off or not well-formed is read as far as it goes', () => {
  const cut = readXml('<list><item>One</item><item>Tw');
  expect(cut?.isTruncated).toBe(true);
  expect(cut && allNamed(cut.root, 'item').map(wordsIn)).toEqual(['One', 'Tw']);
  expect(readXml('<list><item>One</list>')?.root.name).toBe('list');
  expect(readXml('no element')).toBeNull();
});

test('what lies too deep is left out, and said', () => {
  const deep = readXml(`${'<a>'.repeat(100_000)}x${'</a>'.repeat(100_000)}`);
  expect(deep?.isCut).toBe(true);
  expect(deep?.isTruncated).toBe(false);
});

test('of what is closed only the place is kept', () => {
  const text = '<list><head>H</head><item id="1"><item>inner</item> words <b/></item><item id="2"/></list>';
  const items = readXml(text, { isClosed: (name) => name === 'item' })?.root.children.slice(1) ?? [];
  expect(items).toMatchObject([
    { attributes: { id: '1' }, children: [] },
    { attributes: { id: '2' }, children: [] },
  ]);
  expect(items.map((item) => (typeof item === 'string' ? item : text.slice(item.start, item.end)))).toEqual([
    '<item id="1"><item>inner</item> words <b/></item>',
    '<item id="2"/>',
  ]);
});
