import type { StatedDate } from '../../../contract/model.ts';

/** What a document states of itself apart from its text. */
export interface Properties {
  readonly title: string | null;
  readonly creator: string | null;
  readonly created: StatedDate | null;
  readonly modified: StatedDate | null;
  readonly language: string | null;
  readonly description: string | null;
  readonly keywords: readonly string[];
}

export const NO_PROPERTIES: Properties = {
  title: null,
  creator: null,
  created: null,
  modified: null,
  language: null,
  description: null,
  keywords: [],
};

/** What programs write where nobody has written a title: their own name, the name of the file, a number. */
const NO_TITLE =
  /^(?:microsoft (?:office )?word\b|(?:word )?(?:document|dokument|documento)\s*\d*$|(?:untitled|unbenannt|sans (?:titre|nom)|sin t[ií]tulo|senza (?:titolo|nome)|без имени)\b|title$|slide \d+|powerpoint presentation$)|\.(?:docx?|docm|dotx?|odt|ott|rtf|txt|html?|pdf|pages|wpd|tmp)$/i;

/** Whether a stated title is one. */
export const isRealTitle = (title: string): boolean => /\p{L}{2}/u.test(title) && !NO_TITLE.test(title.trim());

/** Whom programs name where nobody has given a name. */
const NO_PERSON =
  /^(?:unknown|author|user|admin(?:istrator)?|owner|guest|windows user|microsoft office user|(?:un-?named|default) user|python-docx|apache poi|openoffice(?:\.org)?|libreoffice|word|root)$/i;

/** The people a document names as its makers; null when they are none. */
export function creatorNames(stated: string | null): string | null {
  const names = (stated ?? '').split(/\s*;\s*/).filter((name) => /\p{L}/u.test(name) && !NO_PERSON.test(name.trim()));
  return names.join(', ').trim() || null;
}

/** Keywords as people type them into one field. */
export const keywordsIn = (stated: string | null): readonly string[] =>
  (stated ?? '')
    .split(/\s*[;,،、\n]\s*/)
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '' && keyword.length <= LONGEST_KEYWORD);

const LONGEST_KEYWORD = 60;
