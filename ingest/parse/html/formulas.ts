import type { PageDocument } from './dom.ts';

/** Elements that are there for programs which read aloud, and that no browser shows. */
const UNSHOWN = '[style*="display:none"],[style*="display: none"],[hidden]';

/** A formula that a page has twice, once to be read and once as a picture of it beside that, is shown as what it is. */
export function showFormulas({ body }: PageDocument): void {
  for (const formula of body.querySelectorAll('math')) {
    const unshown = formula.closest(UNSHOWN);
    const picture = unshown?.nextElementSibling;
    if (!unshown || picture?.localName !== 'img') continue;
    picture.replaceWith(formula);
    unshown.remove();
  }
}
