import { parseHTML } from 'linkedom';
import type { PageDocument } from './dom.ts';

/** A page as a tree with all its parts. Nothing in it runs, and nothing is fetched. */
export function documentOf(html: string): PageDocument {
  // What stands behind the end of a page belongs to it all the same.
  const open = html.replace(/<\/(?:body|html)\s*>/gi, '');
  const document = treeOf(open);
  const { documentElement: root } = document;
  const isWhole = root?.localName === 'html' && document.body?.parentNode === root && document.body.firstChild;
  return isWhole ? document : treeOf(whole(open));
}

// Its types are those of a browser, which this is not.
const treeOf = (html: string): PageDocument => parseHTML(html).document as unknown as PageDocument;

const ROOTS = /<!doctype[^>]*>|<\/?(html|head|body)(?=[\s>/])((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

/** Puts a page whose root, head or body are missing, or not where they belong, into a body of its own. */
function whole(html: string): string {
  const attributes: Record<string, string> = {};
  const content = html.replace(ROOTS, (_, name: string | undefined, stated = '') => {
    if (name) attributes[name.toLowerCase()] ??= stated;
    return '';
  });
  return `<html${attributes['html'] ?? ''}><head></head><body${attributes['body'] ?? ''}>${content}</body></html>`;
}
