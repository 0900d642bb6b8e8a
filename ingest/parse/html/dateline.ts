import type { Dateline } from '../../../contract/model.ts';
import { datelineOf } from '../text/dateline.ts';
import type { DatelineFound } from '../text/station.ts';
import { fold } from '../text/words/index.ts';
import { innerBlocks } from './blocks.ts';
import { isElement, isText, type PageElement, type PageNode } from './dom.ts';

const SENTENCE = 60;
/** How many paragraphs from the top it may stand: a standfirst has none. */
const REACH = 2;
const LOOKED_AT = 400;

/** Takes the dateline off the first paragraph of an article, as the reader of text files does. */
export function takeDateline(
  content: PageElement,
  { siteName, language }: { readonly siteName: string | null; readonly language: string | null },
): Dateline | null {
  const site = fold(siteName ?? '');
  const code = /^[a-z]{2,3}/i.exec(language ?? '')?.[0].toLowerCase() ?? null;
  const paragraphs = innerBlocks(content).filter(
    ({ localName, textContent }) => localName === 'p' && textContent.trim().length >= SENTENCE,
  );
  for (const paragraph of paragraphs.slice(0, REACH)) {
    const text = paragraph.textContent.replace(/\s+/g, ' ').trim();
    const found = datelineOf(text.slice(0, LOOKED_AT), {
      order: null,
      language: code,
      isNameInFile: (name) => site !== '' && fold(name) === site,
      allowsColon: false,
    });
    if (!found?.dateline || !isCertain(found, text)) continue;
    dropStart(paragraph, text.slice(0, found.end).replace(/\s/g, '').length);
    return found.dateline;
  }
  return null;
}

/** Pages set labels of their own before a dash or a colon: an agency, a date or capitals vouch for a place. */
const isCertain = ({ dateline, date, end }: DatelineFound, text: string): boolean =>
  dateline !== null &&
  (dateline.agency !== null || date !== null || /^\p{Lu}[\p{Lu}\s'’-]{3}/u.test(text.slice(0, end)));

/** Takes so many characters off the beginning of an element, spaces not counted, and those that follow them. */
export function dropStart(element: PageElement, characters: number): void {
  let left = characters;
  const drop = (node: PageNode): boolean => {
    if (isText(node)) {
      const text = node.textContent;
      let at = 0;
      while (at < text.length && (left > 0 || /\s/.test(text.charAt(at)))) {
        if (!/\s/.test(text.charAt(at))) left--;
        at++;
      }
      node.textContent = text.slice(at);
      return at < text.length;
    }
    if (!isElement(node)) return false;
    for (const child of [...node.childNodes]) {
      if (drop(child)) return true;
      if (isElement(child) && child.localName !== 'img' && child.textContent === '' && !child.querySelector('img'))
        child.remove();
    }
    return false;
  };
  drop(element);
}
