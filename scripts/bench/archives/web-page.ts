import { escapeHtml } from '../../../ingest/clean/sanitise.ts';
import type { MadeText } from '../corpus.ts';

interface PageParts {
  readonly text: MadeText;
  /** Its own number: addresses are made of it. */
  readonly nth: number;
  /** Pictures of the story, as the page names them. */
  readonly pictures?: readonly string[];
  /** About how large it is: menus, lists and scripts around the story fill it up. */
  readonly sizeBytes: number;
}

const SECTIONS = [
  'Harbour',
  'Council',
  'Market',
  'Schools',
  'Weather',
  'Sport',
  'Letters',
  'Music',
  'Theatre',
  'Roads',
];

const LIST_ITEM_BYTES = 104;
const DATA_BYTES = 41;

/** A page of a news site as a browser saves it: the story amid menus, lists of other stories, and what scripts bring along. */
export function webPage({ text: { title, paragraphs, language }, nth, pictures = [], sizeBytes }: PageParts): string {
  const shown = escapeHtml(title);
  const day = new Date(Date.UTC(2015, 0, 1 + (nth % 4_000))).toISOString();
  const every = Math.max(1, Math.floor(paragraphs.length / (pictures.length + 1)));
  const story = paragraphs.flatMap((paragraph, at) => {
    const picture = at % every === every - 1 ? pictures[Math.floor(at / every)] : undefined;
    return [`<p>${escapeHtml(paragraph)}</p>`, ...(picture === undefined ? [] : [figure(picture, nth)])];
  });
  // A short story has fewer places than pictures.
  const rest = pictures.slice(Math.floor(paragraphs.length / every)).map((picture) => figure(picture, nth));
  const head = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${shown} | The Harbour Gazette</title>
<meta property="og:title" content="${shown}"><meta property="og:url" content="${addressOf(nth)}">
<meta property="article:published_time" content="${day}"><meta name="author" content="Ann Miller">`;
  const body = `<body><header><a href="/">The Harbour Gazette</a><nav><ul>${list(nth, 30, 'menu')}</ul></nav></header>
<main><article><h1>${shown}</h1><p class="byline">By <a rel="author" href="/people/ann-miller">Ann Miller</a>, <time datetime="${day}">${day.slice(0, 10)}</time></p>
${[...story, ...rest].join('\n')}
</article></main>`;
  const foot = '<footer><p>The Harbour Gazette. All rights reserved.</p></footer></body></html>\n';
  const missing = sizeBytes - Buffer.byteLength(head + body + foot);
  // Half of what is missing is markup, half is data for scripts.
  const others = list(nth, Math.max(5, Math.floor(missing / 2 / LIST_ITEM_BYTES)), 'other');
  const data = JSON.stringify(
    Array.from({ length: Math.max(1, Math.floor(missing / 2 / DATA_BYTES)) }, (_, id) => ({
      id,
      read: id % 3 === 0,
      from: `list-${id % 17}`,
    })),
  );
  return `${head}<script>window.state=${data}</script></head>${body}<aside><h2>More stories</h2><ul>${others}</ul></aside>${foot}`;
}

export const addressOf = (nth: number): string => `https://gazette.example/story/${nth}`;

const figure = (picture: string, nth: number): string =>
  `<figure><img src="${picture}" alt="The harbour"><figcaption>The harbour on day ${nth}</figcaption></figure>`;

const list = (nth: number, count: number, name: string): string =>
  Array.from({ length: count }, (_, at) => {
    const section = SECTIONS[(nth + at) % SECTIONS.length] ?? '';
    return `<li class="${name}-item ${name}-${at}"><a href="/${section.toLowerCase()}/${nth + at}" data-place="${name}-${at}">${section}: story ${nth + at}</a></li>`;
  }).join('\n');
