/** A file with a payload in it. */
export interface Carrier {
  readonly name: string;
  readonly title: string;
  readonly content: string;
}

export type CarrierKind = 'text' | 'markdown' | 'targets' | 'fragment' | 'stated' | 'page';

const OPENING = 'The clerk of the quarry council read a strange letter aloud on Monday evening.';
const CLOSING = 'Nobody laughed, and the letter was put back into its envelope.';
const LONG =
  'The council had met to speak of the bridge, which had been closed since the spring, and of what it would cost to open it again before the winter came.';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const oneLine = (text: string) => text.replace(/[\r\n\u2028\u2029]+/g, ' ');

/**
 * Files that carry payloads in one of six ways: as text, as Markdown, as what Markdown links to, as a part of a page, as what a page states of
 * itself, and as the whole page. Only the first four can carry several.
 * @param label names the file and, but for the last two, the article
 */
export function carry(kind: CarrierKind, payloads: readonly string[], label: string): Carrier {
  const title = `${label} as ${kind}`;
  const file = (extension: string, content: string, shown = title): Carrier => ({
    name: `${label.replaceAll(' ', '-')}-${kind}.${extension}`,
    title: shown,
    content,
  });
  const [first = ''] = payloads;
  const blocks = (each: (payload: string) => string) => payloads.map(each).join('\n\n');
  switch (kind) {
    case 'text':
      return file(
        'txt',
        `${title}\n\n${OPENING}\n\n${blocks((payload) => `The letter said ${oneLine(payload)} and then it went on about the weather.\n\n${payload}`)}\n\n${CLOSING}\n`,
      );
    case 'markdown':
      return file(
        'md',
        `# ${title}\n\n${OPENING}\n\n${blocks((payload) => `The letter said ${oneLine(payload)} about the weather.\n\n${payload}`)}\n\n${CLOSING}\n`,
      );
    case 'targets':
      return file(
        'md',
        `# ${title}\n\n${OPENING}\n\n${payloads
          .map(oneLine)
          .map(
            (payload, nth) =>
              `[link](${payload}) [angled](<${payload}>) ![picture](${payload}) ![angled](<${payload}> "${payload}") <${payload}> [named][n${nth}] \`${payload}\`\n\n| ${payload} | [cell](${payload}) |\n|---|---|\n| a | b |\n\n[n${nth}]: ${payload}\n[${payload}]: https://courier.example/`,
          )
          .join('\n\n')}\n\n${CLOSING}\n`,
      );
    case 'fragment':
      return file(
        'html',
        `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>\n<p>${OPENING} ${LONG}</p>\n${payloads
          .map(
            (payload) =>
              `<p>The letter said ${payload} and it went on about the weather.</p>\n<div>${payload}</div>\n<p>${LONG}</p>`,
          )
          .join('\n')}\n<p>${CLOSING} ${LONG}</p></article></body></html>`,
      );
    case 'stated': {
      const said = escaped(first);
      const json = JSON.stringify({
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: first,
        author: { '@type': 'Person', name: first },
        publisher: { '@type': 'Organization', name: first },
        description: first,
        datePublished: first,
        url: first,
        image: first,
      }).replaceAll('<', '\\u003c');
      return file(
        'html',
        `<!doctype html><html lang="${said}" dir="${said}"><head><title>${said} ${label}</title><link rel="canonical" href="${said}">
<meta property="og:title" content="${said} ${label}"><meta property="og:site_name" content="${said}"><meta property="og:url" content="${said}"><meta property="og:image" content="${said}">
<meta name="author" content="${said}"><meta name="description" content="${said}"><meta name="keywords" content="${said}"><script type="application/ld+json">${json}</script></head>
<body><article><h1>${said} ${label}</h1><p class="byline">By ${said}</p><p>${OPENING} ${LONG}</p><figure><img src="${said}" alt="${said}" title="${said}"><figcaption>${said}</figcaption></figure>
<p><a href="${said}" title="${said}">link</a> <q cite="${said}">quote</q> <time datetime="${said}">then</time> ${LONG}</p><p lang="${said}" dir="${said}">${CLOSING} ${LONG}</p></article></body></html>`,
        '',
      );
    }
    case 'page':
      return file('html', first, '');
  }
}

/** Lists in pieces of at most `size`. */
export const chunks = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, nth) => list.slice(nth * size, (nth + 1) * size));
