import { join } from 'node:path';
import { expect, test } from './app.ts';
import { runCommand } from './command-line.ts';
import { callerOf, storedArticles } from './hostile/caller.ts';
import { carry, chunks } from './hostile/carriers.ts';
import { corpusFiles, hasCorpus } from './hostile/corpus.ts';
import { openContext } from './hostile/locks.ts';
import { ownPayloads } from './hostile/own-payloads.ts';
import { ourOwn, watch } from './hostile/witness.ts';
import { startServer } from './hosts/browser.ts';
import { type Outside, startOutside } from './outside.ts';
import { png } from './png.ts';
import { makeFolder, removeFolder, writeFiles } from './temporary.ts';

test.setTimeout(240_000);

let outside: Outside;
let folder = '';
test.beforeEach(async () => {
  outside = await startOutside();
  folder = makeFolder('addresses');
});
test.afterEach(async () => {
  await outside.close();
  removeFolder(folder);
});

/** Drawings that would run, ask or lead away, and files that are not what their names say. */
const drawings = (origin: string): Readonly<Record<string, string | Uint8Array>> => ({
  'script.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><script>alert(1)</script><rect width="9" height="9"/></svg>',
  'handler.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60" onload="alert(1)"><rect width="9" height="9" onclick="alert(1)"/></svg>',
  'outside.svg': `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60" height="60"><image href="${origin}/image.png" width="9" height="9"/><use xlink:href="${origin}/use.svg#a"/><style>@import "${origin}/style.css"; rect { fill: url(${origin}/fill.svg#a) }</style><rect width="9" height="9"/></svg>`,
  'foreign.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><foreignObject width="60" height="60"><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="${origin}/frame"/><script>alert(1)</script></body></foreignObject><rect width="9" height="9"/></svg>`,
  'entity.svg': `<?xml version="1.0"?><?xml-stylesheet href="${origin}/sheet.xsl" type="text/xsl"?><!DOCTYPE svg [<!ENTITY x SYSTEM "${origin}/entity">]><svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><text y="20">&x;</text><rect width="9" height="9"/></svg>`,
  'animate.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><a><animate attributeName="href" values="javascript:alert(1)"/><rect width="60" height="60"/></a></svg>',
  'page.png': `<!doctype html><script>alert(1)</script><img src="${origin}/in-page.png">`,
  'polyglot.gif': Buffer.concat([
    Buffer.from('GIF89a/*\x01\0\x01\0', 'latin1'),
    Buffer.from('*/=1;alert(1)//<script>alert(1)</script>'),
  ]),
  'tail.png': Buffer.concat([png(60, 60, [9, 90, 180]), Buffer.from('<!doctype html><script>alert(1)</script>')]),
});

test('the address of every stored thing, opened by itself, runs nothing and asks for nothing', async ({
  built,
  openBrowser,
}) => {
  const corpus = hasCorpus() ? corpusFiles() : {};
  const pictures = {
    ...drawings(outside.origin),
    ...Object.fromEntries(Object.entries(corpus).filter(([name]) => name.endsWith('.svg'))),
  };
  const shown = Object.keys(pictures).map((name) => `![${name}](pictures/${encodeURIComponent(name)})`);
  const payloads = ownPayloads(outside.origin);
  const pages = [
    ...payloads.map(({ name, markup }) => carry('page', [markup], name)),
    ...chunks(payloads, 5).map((bundle, nth) =>
      carry(
        'fragment',
        bundle.map(({ markup }) => markup),
        `Letters ${nth}`,
      ),
    ),
  ];
  writeFiles(join(folder, 'in'), {
    ...Object.fromEntries(Object.entries(pictures).map(([name, bytes]) => [`pictures/${name}`, bytes])),
    ...Object.fromEntries(pages.map(({ name, content }) => [name, content])),
    'drawings.md': `# Drawings from everywhere\n\nThe clerk had kept them all.\n\n${shown.join('\n\n')}\n`,
  });
  await runCommand(built, join(folder, 'library'), ['import', join(folder, 'in')]);
  const server = await startServer(built, join(folder, 'library'));
  const addresses: string[] = [];
  for await (const articles of storedArticles(await callerOf(server)))
    for (const { id, originalName, images } of articles) {
      if (originalName.endsWith('.html')) addresses.push(`/original/${id}`);
      addresses.push(...images.flatMap(({ src }) => src ?? []));
    }
  const assets = addresses.filter((address) => address.startsWith('/asset/'));
  expect(assets.length).toBeGreaterThanOrEqual(6);
  expect(addresses.length - assets.length).toBeGreaterThan(payloads.length / 3);

  const context = await openContext(await openBrowser(), { world: outside.origin, hasPolicy: true });
  const page = await context.newPage();
  const { request } = ourOwn(server.origin);
  const witness = await watch(page, {
    request,
    frame: (url) => request(url) || url === 'about:blank' || url === 'about:srcdoc',
  });
  await page.goto(server.url);
  for (const address of new Set(addresses)) {
    const answering = page.waitForResponse((response) => response.url() === server.origin + address);
    await page.evaluate((to) => {
      location.href = to;
    }, address);
    const answer = await answering;
    const headers = answer.headers();
    expect([address, answer.status()]).toEqual([address, 200]);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
    expect(headers['content-security-policy']).not.toMatch(/allow-|script-src/);
    // A drawing is a download and the window stays where it was; anything else is looked at.
    if (headers['content-disposition']?.startsWith('attachment')) continue;
    await page.waitForURL(server.origin + address, { waitUntil: 'load' });
    await page.goto(`${server.origin}/`);
    await witness.settle();
  }
  expect(witness.noticed.filter((what) => !/^a download: .*\/asset\/[0-9a-f]{64}$/.test(what))).toEqual([]);

  // Nor does a stored picture run as something else, in a page of ours that asks for it.
  await page.goto(`${server.origin}/`);
  const uses = await page.evaluate(async (list) => {
    const use = (tag: string, address: string) =>
      new Promise<string>((told) => {
        const element = document.createElement(tag);
        element.addEventListener('load', () => told(`${tag} ${address}`));
        element.addEventListener('error', () => told('refused'));
        element.setAttribute('rel', 'stylesheet');
        element.setAttribute(tag === 'link' ? 'href' : 'src', address);
        document.head.append(element);
      });
    return Promise.all(list.flatMap((address) => [use('script', address), use('link', address)]));
  }, assets);
  expect(uses.filter((outcome) => outcome !== 'refused')).toEqual([]);
  expect(witness.noticed.filter((what) => what.startsWith('ran: '))).toEqual([]);
  expect(outside.visits.filter((visit) => visit.includes('/'))).toEqual([]);
  await context.close();
  await server.stop();
});
