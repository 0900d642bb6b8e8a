import { Readability } from '@mozilla/readability';
import type { Dateline } from '../../../contract/model.ts';
import { resolveLinks } from './addresses.ts';
import { containerIn, scopeOf } from './container.ts';
import { takeDateline } from './dateline.ts';
import { documentOf } from './document.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { keepDrawings } from './drawings.ts';
import { keepFigures } from './figures.ts';
import { showFormulas } from './formulas.ts';
import { removeFurniture } from './furniture.ts';
import { statedBody } from './metadata/json-ld.ts';
import { restorePictures } from './pictures.ts';
import { lengthOf, proseOf } from './prose.ts';
import { lostStandfirst, sentencesBelow } from './standfirst.ts';
import { tidy } from './tidy.ts';

/** An article without its page. Its HTML is as the page wrote it, and not yet safe. */
export interface Extracted {
  readonly html: string;
  readonly captions: readonly string[];
  readonly dateline: Dateline | null;
}

/** What is known of an article before it is taken out of its page. */
export interface Known {
  readonly title: string | null;
  readonly siteName: string | null;
  readonly language: string | null;
  /** What its addresses are relative to. */
  readonly base: string | null;
  /** Whether a picture of this address came with the page. */
  readonly isHeld?: (address: string) => boolean;
}

/** With less of what the markup calls the article, something else was taken for it. */
const LEAST_OF_IT = 0.5;
/** A shorter one sums up what is shown. */
const LEAST_STATED = 200;
/** Less than this is no article, whatever was taken for it. */
const LEAST = 25;

/** The article of a page, its pictures and their captions. @param source the page again, as text: taking the article out of a tree spoils the tree */
export function extract(
  source: string,
  document: PageDocument,
  { title, siteName, language, base, isHeld }: Known,
): Extracted {
  const stated = statedBody(document);
  // Addresses stay as they are written until it is known which of them lie beside the page.
  for (const element of document.querySelectorAll('base')) element.remove();
  makeReady(document, isHeld);
  const sentences = sentencesBelow(document.body, title);
  const content = withStatedBody(contentOf(source, document, isHeld), stated, document);
  for (const sentence of lostStandfirst(sentences, content.textContent).toReversed()) {
    const paragraph = document.createElement('p');
    paragraph.append(sentence);
    content.prepend(paragraph);
  }
  const captions = keepFigures(content, document);
  tidy(content, title);
  const dateline = takeDateline(content, { siteName, language });
  resolveLinks(content, base);
  return { html: content.innerHTML, captions, dateline };
}

/** Shows what a page shows once it is open, and takes away what stands around its article. */
function makeReady(document: PageDocument, isHeld: Known['isHeld']): void {
  showFormulas(document);
  keepDrawings(document);
  restorePictures(document, isHeld);
  removeFurniture(document);
}

/** With less of the story than this, the page shows its beginning at most, and states the rest. */
const LEAST_SHOWN = 0.2;

/** What was found, or the story as the page states it where that is nearly all there is of it. */
function withStatedBody(content: PageElement, stated: readonly string[], document: PageDocument): PageElement {
  const length = stated.reduce((sum, paragraph) => sum + paragraph.length, 0);
  if (length < LEAST_STATED || lengthOf(content) >= length * LEAST_SHOWN) return content;
  const story = document.createElement('div');
  for (const text of stated) {
    const paragraph = document.createElement('p');
    paragraph.append(text);
    story.append(paragraph);
  }
  return story;
}

function contentOf(source: string, document: PageDocument, isHeld: Known['isHeld']): PageElement {
  const scope = scopeOf(document);
  const isStated = scope.element !== document.body;
  const reader = new Readability<PageElement>(document as never, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node as unknown as PageElement,
  });
  const content = reader.parse()?.content ?? null;
  if (content && lengthOf(content) >= LEAST && !(isStated && proseOf(content).total < scope.length * LEAST_OF_IT))
    return content;
  const again = documentOf(source);
  makeReady(again, isHeld);
  return containerIn(scopeOf(again));
}
