import type { Marked } from './marked.ts';
import { endsStatement } from './shapes.ts';
import { fold, hasPhrase, phraseAtStart } from './words/index.ts';

const HANDLE = /(?:^|\s)@\w{3,}/;
/** `SIGN UP TODAY: …` */
const LABELLED = /^[\p{Lu}\s]{8,40}[:：]\s/u;
const QUOTED = /["“”«»„]|^[–—-]/;
const MAIL = /\S@\S+\.\S/;

/** A request to the reader: to subscribe, follow, download, write. */
export function isPlea(text: string, folded: string, width: number, isEnded: boolean): boolean {
  if (width > 220) return false;
  if (phraseAtStart('plea', folded) === 0 || !hasPhrase('pleaWords', folded)) return false;
  if (LABELLED.test(text) && !QUOTED.test(text)) return true;
  return !isEnded || isAllPlea(text);
}

/** Whether every sentence of a text asks for something, and nobody is quoted. */
function isAllPlea(text: string): boolean {
  if (QUOTED.test(text)) return false;
  const sentences = text.split(/(?<=[.!?…])\s+(?=[\p{Lu}])/u);
  return (
    (sentences.length > 1 || !endsStatement(text)) &&
    sentences.every((sentence) => phraseAtStart('plea', fold(sentence)) > 0)
  );
}

/** A plea that ends as a sentence does: told from the story only by its place. */
export const isWeakPlea = ({ folded, width, text }: Marked): boolean =>
  folded !== '' &&
  width <= 260 &&
  ((phraseAtStart('plea', folded) > 0 && hasPhrase('pleaWords', folded)) || MAIL.test(text) || HANDLE.test(text));
