import { expect, test } from 'vitest';
import { bodyAttributes, bodyElements, formulaElements } from '../../contract/body-elements.ts';
import { sanitise } from './sanitise.ts';

const ELEMENTS = (
  'a abbr acronym address area article aside audio b base bdi bdo big blink blockquote body br button canvas caption center cite code col ' +
  'colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 ' +
  'h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee math menu meta meter nav noembed ' +
  'noframes noscript object ol optgroup option output p param picture plaintext portal pre progress q rp rt ruby s samp script search section ' +
  'select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt ' +
  'u ul var video wbr xmp ' +
  'annotation annotation-xml maction maligngroup malignmark menclose merror mfenced mfrac mglyph mi mmultiscripts mn mo mover mpadded mphantom ' +
  'mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics'
).split(' ');

const ATTRIBUTES = (
  'action alt align background bgcolor cite class colspan contenteditable data data-src datetime dir download draggable formaction height hidden ' +
  'href id is lang loading name onclick onerror onload ping poster popover rel reversed rowspan scope slot sizes src srcdoc srcset start style ' +
  'tabindex target title type usemap value width xlink:href xmlns actiontype alttext definitionurl display encoding mathcolor stretchy'
).split(' ');

const VALUES: Readonly<Record<string, string>> = {
  href: 'https://example.org/',
  src: 'https://example.org/a.png',
  width: '400',
  height: '300',
};

/** The start tag that is left of an element that is given every attribute there is. */
const leftOf = (element: string): string | null => {
  const attributes = ATTRIBUTES.map((name) => `${name}="${VALUES[name] ?? 'ltr'}"`).join(' ');
  return (
    new RegExp(`<${element}(?=[\\s/>])[^>]*>`).exec(sanitise(`<${element} ${attributes}>words</${element}>`))?.[0] ??
    null
  );
};

const MAY_STAY = { ...bodyElements, ...formulaElements };

test.each(ELEMENTS)('of <%s> stays what the contract says, and no more', (element) => {
  const left = leftOf(element);
  const allowed = MAY_STAY[element];
  if (!Object.hasOwn(MAY_STAY, element) || allowed === undefined) return expect(left).toBeNull();
  const names = [...(left ?? '').matchAll(/ ([a-z:-]+)=/g)].map(([, name]) => name ?? '');
  const beyond = names.filter((name) => !allowed.includes(name) && !bodyAttributes.includes(name));
  expect(left).not.toBeNull();
  expect(beyond).toEqual([]);
});

test('the contract names no element that is never left', () => {
  expect(Object.keys(MAY_STAY).filter((element) => leftOf(element) === null)).toEqual([]);
});
