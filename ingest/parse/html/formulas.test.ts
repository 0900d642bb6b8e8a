import { expect, test } from 'vitest';
import { documentOf } from './document.ts';
import { showFormulas } from './formulas.ts';

const shown = (markup: string): string => {
  const document = documentOf(`<body>${markup}</body>`);
  showFormulas(document);
  return document.body.innerHTML;
};

const FORMULA = '<math><mi>h</mi></math>';

test.each([
  [`<span><span style="display: none;">${FORMULA}</span><img src="h.svg" alt="h"></span>`, `<span>${FORMULA}</span>`],
  [`<p><span style="display:none"><b>${FORMULA}</b></span><img src="h.svg"> is</p>`, `<p>${FORMULA} is</p>`],
])('the formula is shown, and not the picture of it: %s', (markup, expected) => {
  expect(shown(markup)).toBe(expected);
});

test.each([
  `<p>${FORMULA}<img src="harbour.jpg"></p>`,
  `<div style="display: none">${FORMULA}</div><p>Words</p>`,
  `<div hidden=""><img src="a.png"></div><img src="b.png">`,
])('anything else stays as it is: %s', (markup) => {
  expect(shown(markup)).toBe(markup);
});
