import { expect, test } from 'vitest';
import { bytesOfDataUrl } from '../../images/data-url.ts';
import { readSvg } from '../../images/svg.ts';
import { documentOf } from './document.ts';
import { keepDrawings } from './drawings.ts';

const kept = (markup: string) => {
  const document = documentOf(`<body><p>Ships a year</p>${markup}<p>So it went.</p></body>`);
  keepDrawings(document);
  return document.body;
};

const CHART =
  '<svg viewBox="0 0 640 320" class="chart"><title>Ships\n a year</title><linearGradient id="sea"><stop offset="0" stop-color="#025"/></linearGradient>' +
  '<g fill="url(#sea)"><rect class="bar" x="10" y="40" width="90" height="280"/><rect class="bar" x="120" y="90" width="90" height="230"/></g>' +
  '<text x="10" y="316">2024</text><text x="120" y="316">2025</text></svg>';

test('a chart becomes a picture, drawn as it was', () => {
  const body = kept(`<div>${CHART}</div>`);
  const picture = body.querySelector('img');
  expect(picture?.getAttribute('alt')).toBe('Ships a year');
  expect(body.textContent).toBe('Ships a yearSo it went.');
  const drawn = readSvg(bytesOfDataUrl(picture?.getAttribute('src') ?? '') ?? new Uint8Array());
  expect(drawn?.size).toEqual({ width: 640, height: 320 });
  const svg = new TextDecoder().decode(drawn?.bytes);
  expect(svg).toContain('viewBox="0 0 640 320"');
  expect(svg).toContain('<linearGradient id="sea">');
  expect(svg).toContain('<g fill="url(#sea)">');
  expect(svg).toContain('>2025</text>');
});

test.each([
  ['large, without words', '<svg width="300px" height="200"><circle cx="90" cy="90" r="50" fill="#a33"/></svg>'],
  [
    'with rules of its own',
    '<svg width="300" height="200"><style>.a{fill:#a33}</style><path class="a" d="M0 0h9v9z"/></svg>',
  ],
])('so does what is %s', (_, drawing) => {
  expect(kept(drawing).querySelectorAll('img')).toHaveLength(1);
});

test.each([
  [
    'signs',
    '<svg viewBox="0 0 512 512" aria-hidden="true"><title>Share</title><path fill="currentColor" d="M0 0h9v9z"/></svg>',
  ],
  ['small ones', '<svg width="24" height="24"><title>Share</title><path fill="#000" d="M0 0h9v9z"/></svg>'],
  [
    'what its page has coloured',
    '<svg width="300" height="200"><path class="area" d="M0 0h9v9z"/><text>a</text><text>b</text></svg>',
  ],
  ['what draws nothing', '<svg width="300" height="200"><title>Share</title></svg>'],
])('%s go, and their words', (_, drawing) => {
  const body = kept(drawing);
  expect(body.querySelectorAll('svg,img')).toHaveLength(0);
  expect(body.textContent).toBe('Ships a yearSo it went.');
});

test('one that is never closed takes nothing of the story with it', () => {
  expect(kept('<svg width="300" height="200"><path fill="#a33" d="M0 0h9v9z">').textContent).toContain('So it went.');
});
