import { expect, test } from 'vitest';
import { isWellFormed } from './well-formed.ts';

test('XML to the letter', () => {
  for (const text of [
    '<a/>',
    '\uFEFF<?xml version="1.0"?>\n<!-- a - b --><a b="1" c=\'>\'><x:d xmlns:x="urn:x" x:e=""/><![CDATA[<&]]>&lt;&#38;</a>\n<?pi?>',
    '<!DOCTYPE a [<!ENTITY me "I">]><a>&me;</a>',
    '<!DOCTYPE a SYSTEM "a.dtd"><a>&somebody;</a>',
    '<größe ß="ü">é</größe>',
  ])
    expect([text, isWellFormed(text)]).toEqual([text, true]);
});

test('what is not', () => {
  for (const text of [
    '',
    'words',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a>Q & A</a>',
    '<a>&nbsp;</a>',
    '<a b=c/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<x:a/>',
    '<a>]]></a>',
    '<a><!-- a -- b --></a>',
    '<a>\u0002</a>',
    ' <?xml version="1.0"?><a/>',
    '<br /><b>Warning</b><a/>',
  ])
    expect([text, isWellFormed(text)]).toEqual([text, false]);
});
