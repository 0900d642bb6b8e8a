import { sanitise } from '../../clean/sanitise.ts';
import { textOfHtml } from '../../clean/text-of-html.ts';
import { gatherPictures } from '../../images/pictures.ts';
import { NOTHING_STATED, type Parsed, type ParserInput } from '../../types.ts';
import { resolveLinks } from '../html/addresses.ts';
import { documentOf } from '../html/document.ts';
import type { PageDocument, PageElement } from '../html/dom.ts';
import { keepDrawings } from '../html/drawings.ts';
import { keepFigures } from '../html/figures.ts';
import { flattened } from '../html/flatten.ts';
import { restorePictures } from '../html/pictures.ts';
import { linkedLength } from '../html/prose.ts';
import { isVoid } from '../html/shape.ts';
import { readAsLines } from '../html/without-tree.ts';
import { fold } from '../text/words/index.ts';

/** Reads a chapter of a book. All of it is the text: nothing is taken for furniture but what books bring for turning their pages. */
export function parseChapter({ text: source, stated }: Pick<ParserInput, 'text' | 'stated'>): Parsed {
  const { source: page, isTooLarge } = flattened(opened(source));
  if (isTooLarge) return { ...readAsLines(page), title: stated?.title ?? null };
  const document = documentOf(page);
  const title = stated?.title ?? headingOf(document) ?? titleOf(document, stated?.siteName ?? null);
  const { body } = document;
  for (const element of body.querySelectorAll(NO_TEXT)) element.remove();
  showDrawnPictures(document);
  keepDrawings(document);
  restorePictures(document);
  const isContents = isListOfLinks(body);
  const captions = keepFigures(body, document);
  removeTitle(body, title);
  resolveLinks(body, null);
  const pictures = gatherPictures(null);
  const html = sanitise(body.innerHTML, pictures);
  const text = textOfHtml(html);
  if (isContents) return notAnArticle('A table of contents: what it lists is taken by itself');
  if (!holdsSentence(text))
    return notAnArticle('A page of the book without a sentence, such as a cover or a title page');
  const { lang, 'xml:lang': xmlLang } = attributesOf(document.documentElement);
  return {
    ...NOTHING_STATED,
    title,
    language: lang ?? xmlLang ?? null,
    captions,
    ...pictures.taken,
    body: { html, text },
  };
}

const NO_TEXT = [
  'script,style,link,meta,title,template,iframe,object,embed,canvas,audio,video,[hidden],nav',
  // Where a page of the printed book begins.
  '[role="doc-pagebreak"],[epub\\:type~="pagebreak"]',
  // What takes one to the next article of a newspaper that was made into a book.
  '.calibre_navbar,.calibre_navbar1,.navbar',
].join(',');

const SELF_CLOSED = /<([a-z][\w:.-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)\/>/gi;

/** Books are XML, where any element may end in its own tag; read as HTML, it would hold all that follows. */
const opened = (source: string): string =>
  source.replace(SELF_CLOSED, (tag, name: string, rest: string) =>
    isVoid(name.toLowerCase()) ? tag : `<${name}${rest}></${name}>`,
  );

/** Covers and plates are often drawings that hold one picture. */
function showDrawnPictures(document: PageDocument): void {
  for (const drawing of document.body.querySelectorAll('svg')) {
    const [picture, ...others] = drawing.querySelectorAll('image');
    const address = picture?.getAttribute('xlink:href') ?? picture?.getAttribute('href') ?? null;
    if (address === null || others.length > 0) continue;
    const image = document.createElement('img');
    image.setAttribute('src', address);
    drawing.replaceWith(image);
  }
}

const words = (element: PageElement | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const LONGEST_TITLE = 200;
const HEADING = 'h1,h2,h3,h4,h5,h6';

function headingOf(document: PageDocument): string | null {
  const text = words(document.body.querySelector(HEADING));
  return text === '' || text.length > LONGEST_TITLE ? null : text;
}

/** What stands in its head, unless that is the title of the book. */
function titleOf(document: PageDocument, book: string | null): string | null {
  const text = words(document.querySelector('title'));
  return text === '' || fold(text) === fold(book ?? '') ? null : text;
}

/** The heading that says the title once more, if it stands on top. */
function removeTitle(body: PageElement, title: string | null): void {
  const heading = body.querySelector(HEADING);
  if (!heading || title === null || fold(words(heading)) !== fold(title)) return;
  const [before = ''] = body.textContent.split(heading.textContent, 1);
  if (before.trim() === '') heading.remove();
}

const MOSTLY = 0.75;
const LEAST_LINKS = 3;

const isListOfLinks = (body: PageElement): boolean =>
  body.querySelectorAll('a[href]').length >= LEAST_LINKS && linkedLength(body) >= words(body).length * MOSTLY;

/** So much text is a chapter even where no line ends as a sentence does: verses, a list. */
const ENOUGH = 300;

/** Whether there is more than names and titles: a line that ends as sentences do in any script, or much text. */
const holdsSentence = (text: string): boolean =>
  text.length > ENOUGH ||
  text.split('\n').some((line) => /[.!?…。！？؟।։]["'”’»›)\]]*$/u.test(line.trim()) && /\p{L}.*\p{L}/u.test(line));

const attributesOf = (element: PageElement): Readonly<Record<string, string>> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

const notAnArticle = (message: string) => ({ ok: false, code: 'not-an-article', message }) as const;
