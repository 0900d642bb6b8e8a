import { elementAt, elementsIn, textIn, wordsIn } from '../../xml/find.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { htmlOf } from './markup.ts';
import { nitfStory } from './nitf.ts';
import { textToHtml } from './plain-body.ts';
import type { Story } from './story.ts';

/** A text that an envelope holds. */
export interface InlineText {
  /** Still to be sanitised. */
  readonly html: string;
  /** What the text says of itself, where it is a document of its own. */
  readonly story: Story | null;
}

const NOTHING: InlineText = { html: '', story: null };
const IS_MARKUP = /^\s*<(?:!doctype|html|body|p|div|h[1-6]|ul|ol|table|blockquote|section|article)\b/i;

/** NITF, XHTML, paragraphs alone, or plain text: what stands in `inlineXML`, `inlineData` and `DataContent`. */
export function inlineText(holder: XmlElement): InlineText {
  const nitf = elementAt(holder, 'nitf');
  if (nitf) {
    const story = nitfStory(nitf);
    return { html: story.html, story };
  }
  const html = elementAt(holder, 'html');
  const content = elementAt(html, 'body') ?? html ?? elementAt(holder, 'body') ?? holder;
  if (elementsIn(content).length > 0) return { html: wrapped(content), story: null };
  const text = textIn(content);
  if (text.trim() === '') return NOTHING;
  return { html: IS_MARKUP.test(text) ? text : textToHtml(text), story: null };
}

const BLOCKS = /<(?:p|div|li|h[1-6]|td|dd|dt|blockquote|pre|figure|figcaption)\b/i;

/** Words among line breaks are one paragraph. */
function wrapped(content: XmlElement): string {
  const html = htmlOf(content.children);
  return BLOCKS.test(html) || wordsIn(content) === null ? html : `<p>${html}</p>`;
}
