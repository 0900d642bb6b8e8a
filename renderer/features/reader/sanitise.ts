import { bodyAttributes, bodyElements, formulaElements, MATHML } from '../../../contract/body-elements.ts';

/** What an article's body may consist of, and with which attributes. The engine cleaned it already; this is the second lock. */
export const allowed: Readonly<Record<string, readonly string[]>> = {
  ...bodyElements,
  // Only the library's own pictures have it; see `isStoredImage`.
  img: [...(bodyElements['img'] ?? []), 'src'],
};

/** The same for an element by the namespace it stands in. */
export const allowedIn = (namespace: string | null): Readonly<Record<string, readonly string[]>> =>
  namespace === MATHML ? formulaElements : allowed;

/** The same tables as the browser's own sanitiser takes them. */
export const sanitizerConfig = {
  elements: [
    ...Object.entries(allowed).map(([name, attributes]) => ({ name, attributes: [...attributes] })),
    ...Object.entries(formulaElements).map(([name, attributes]) => ({
      name,
      namespace: MATHML,
      attributes: [...attributes],
    })),
  ],
  attributes: [...bodyAttributes],
  comments: false,
  dataAttributes: false,
} as const;

export const isAllowedAttribute = (element: string, attribute: string, among = allowed): boolean =>
  bodyAttributes.includes(attribute) ||
  (Object.hasOwn(among, element) && (among[element]?.includes(attribute) ?? false));

/** Elements whose content goes with them; of any other that is not allowed, the content stays. */
export const dropped: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'embed',
  'svg',
  'annotation',
  'annotation-xml',
  'form',
  'input',
  'button',
  'select',
  'textarea',
  'link',
  'meta',
  'base',
  'head',
  'title',
  'audio',
  'video',
  'canvas',
  'frame',
  'frameset',
  'xmp',
  'noembed',
  'noframes',
  'plaintext',
]);

/** Whether a link in a body may be followed. */
export function isSafeLink(href: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol);
  } catch {
    return false;
  }
}

/** Whether a picture is one of the library's own; no other is ever loaded. */
export const isStoredImage = (src: string): boolean => /^\/asset\/[0-9a-f]{64}$/.test(src);
