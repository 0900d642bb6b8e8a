import { describe, expect, test } from 'vitest';
import { readImage } from './read-image.ts';

const NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

function drawn(markup: string): string {
  const image = readImage(Buffer.from(markup));
  if (!('hash' in image)) throw new Error(image.message);
  return Buffer.from(image.bytes).toString();
}
const inside = (markup: string) =>
  drawn(`<svg width="9" height="9">${markup}</svg>`)
    .replace(`<svg ${NAMESPACES} width="9" height="9">`, '')
    .replace(/<\/svg>$/, '');

describe('a drawing keeps what draws', () => {
  test.each([
    '<path d="M0 0L9 9" fill="url(#g)" stroke="#123"></path>',
    '<linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="red"></stop></linearGradient>',
    '<use xlink:href="#g" href="#g"></use>',
    '<text style="font-size:9px;fill:url(\'#g\')">1 &#60; 2</text>',
    '<style>.a{fill:red}</style>',
    '<image href="data:image/png;base64,iVBORw0KGgo="></image>',
  ])('%s', (markup) => {
    expect(inside(markup)).toBe(markup);
  });
});

describe('and nothing that runs, asks or leads away', () => {
  test.each([
    ['<script>alert(1)</script>', ''],
    ['<script xlink:href="https://x.example/a.js"/>', ''],
    ['<g onload="x()" onclick="x()"><path/></g>', '<g><path></path></g>'],
    ['<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>x()</script></body></foreignObject>', ''],
    ['<a xlink:href="javascript:x()"><path/></a>', ''],
    ['<use href="https://x.example/#a"/>', '<use></use>'],
    ['<use xlink:href="data:image/svg+xml,x#a"/>', '<use></use>'],
    ['<image href="https://x.example/a.png"/>', '<image></image>'],
    ['<image href="data:image/svg+xml;base64,AAAA"/>', '<image></image>'],
    ['<image href="data:text/html,x"/>', '<image></image>'],
    ['<set attributeName="href" to="javascript:x()"/><animate attributeName="x" values="1"/>', ''],
    ['<path fill="url(https://x.example/a#b)"/>', '<path></path>'],
    ['<path style="fill:url( \'//x.example\' )"/>', '<path></path>'],
    ['<path style="fill:u\\72l(https://x.example)"/>', '<path></path>'],
    ['<path filter="url(#ok) url(x.svg#no)"/>', '<path></path>'],
    ['<style>@import "https://x.example/a.css";</style>', ''],
    ['<style>a{background:url(https://x.example/a)}</style>', ''],
    ['<style>a{background:u/**/rl(https://x.example/a)}</style>', ''],
    ['<style><![CDATA[</style><script>x()</script>]]></style>', ''],
    ['<text><![CDATA[<script>x()</script>]]></text>', '<text>&#60;script&#62;x()&#60;/script&#62;</text>'],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg">x()</x:script>', ''],
    ['<handler type="x">x()</handler><iframe src="x"/><embed src="x"/><!-- c --><?xml-stylesheet href="x"?>', ''],
  ])('%s', (markup, rest) => {
    expect(inside(markup)).toBe(rest);
  });

  test('entities are no text of their own', () => {
    expect(
      drawn('<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg width="9"><text>&b;</text></svg>'),
    ).toContain('<text>&#38;b;</text>');
  });

  test('one drawing to a file', () => {
    expect(drawn('<svg width="9" height="9"/><svg onload="x()"><path/></svg><script/>')).toBe(
      `<svg ${NAMESPACES} width="9" height="9"></svg>`,
    );
  });

  test('deep nesting ends', () => {
    expect(inside('<g>'.repeat(50_000)).length).toBeLessThan(10_000);
  });
});

test.each([
  ['width="20" height="10"', 20, 10],
  ['width="1in" height="12pt"', 96, 16],
  ['width="20" viewBox="0 0 200 100"', 20, 10],
  ['height="20" viewBox="0 0 200 100"', 40, 20],
  ['width="100%" height="100%" viewBox="0,0,30.4,40"', 30, 40],
  ['', 300, 150],
])('a drawing with %s is %d by %d', (attributes, width, height) => {
  expect(readImage(Buffer.from(`\n<?xml version="1.0"?><!-- a --><svg ${attributes}/>`))).toMatchObject({
    mediaType: 'image/svg+xml',
    width,
    height,
  });
});
