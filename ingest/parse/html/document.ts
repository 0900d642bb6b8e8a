import type { PageDocument } from './dom.ts';
import { treeOf } from './tree/build.ts';

/** A page as a tree with a root, a head and a body. */
export function documentOf(html: string): PageDocument {
  // What stands behind the end of a page belongs to it all the same.
  const open = html.replace(/<\/(?:body|html)\s*>/gi, '');
  const document = treeOf(open);
  const { documentElement: root } = document;
  const isWhole = root?.localName === 'html' && document.body?.parentNode === root && document.body.firstChild;
  return isWhole ? document : treeOf(whole(open));
}

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
