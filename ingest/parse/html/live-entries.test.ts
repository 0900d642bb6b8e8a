import { describe, expect, test } from 'vitest';
import { articleFrom } from '../../article.testing.ts';

const SENTENCES = [
  'The first ferry has left the harbour with forty people on board, all of them in good spirits.',
  'The wind turns to the north, and the second ferry waits behind the pier until it is over.',
  'The second ferry leaves as well, and those who waited wave their hats from the upper deck.',
  'All of them have arrived on the island, where the band plays and the mayor says a few words.',
];
const HEADINGS = ['Away at last', 'Wind from the north', 'Hats on the deck', 'A band on the island'];
const HOURS = ['10:05', '10:40', '11:15', '12:30'];
const entries = (entry: (hour: string, heading: string, text: string) => string): string =>
  SENTENCES.map((text, at) => entry(HOURS[at] ?? '', HEADINGS[at] ?? '', text)).join('');

const textOf = async (body: string): Promise<string> => {
  const html = `<html><body><nav><a href="/">Home</a></nav><article><h1>Ferries leave again</h1>${body}</article></body></html>`;
  return (await articleFrom({ bytes: Buffer.from(html), name: 'page.html', url: null })).draft.text;
};

describe('entries of a live report stay, each with its time and its heading', () => {
  test.each([
    [
      'by the names of the page',
      `<div class="live-blog">${entries((hour, heading, text) => `<div class="live-update"><span class="timestamp">${hour}</span><h3>${heading}</h3><p>${text}</p></div>`)}</div>`,
    ],
    [
      'by markup',
      `<section itemscope itemtype="https://schema.org/LiveBlogPosting">${entries((hour, heading, text) => `<section itemprop="liveBlogUpdate"><header class="entry-meta"><time datetime="2020-05-12T${hour}">${hour} Uhr</time></header><h2>${heading}</h2><p>${text}</p></section>`)}</section>`,
    ],
    [
      'of a ticker',
      `<ul id="ticker">${entries((hour, heading, text) => `<li><time>${hour}</time><h4>${heading}</h4><p>${text}</p></li>`)}</ul>`,
    ],
  ])('%s', async (_, body) => {
    const text = await textOf(body);
    for (const [at, sentence] of SENTENCES.entries()) {
      const [hour, heading] = [text.indexOf(HOURS[at] ?? '?'), text.indexOf(HEADINGS[at] ?? '?')];
      expect(hour).toBeGreaterThanOrEqual(0);
      expect(heading).toBeGreaterThan(hour);
      expect(text.indexOf(sentence)).toBeGreaterThan(heading);
    }
  });
});

test('links to other stories with their times are no entries', async () => {
  const story = `<p>${SENTENCES.join(' ')}</p>`.repeat(3);
  const links = entries(
    (hour, heading, text) => `<li><span class="time">${hour}</span> <a href="/a">${heading}: ${text}</a></li>`,
  );
  expect(await textOf(`${story}<div class="live-ticker related"><ul>${links}</ul></div>`)).not.toContain('10:05');
});
