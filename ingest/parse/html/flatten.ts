import { Parser } from 'htmlparser2';

/** Deeper than any page is laid out; what walks a tree is not asked to go deeper. */
const MAX_DEPTH = 512;
const MAX_ATTRIBUTES = 100;
/** Longer tags are looked into. */
const LONG_TAG = 4_096;
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const RAW = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'noscript',
  'iframe',
  'xmp',
  'noembed',
  'noframes',
  'plaintext',
]);

/**
 * A page whose elements do not lie deeper within one another, and have no more attributes, than a tree of it can be walked.
 * Words are kept: elements that are too deep lose their tags only. Linear.
 */
export const flatten = (html: string): string => (isTame(html) ? html : rewrite(html));

/** Whether a page can be no trouble, by a glance at its tags: each that opens is counted as deeper, unless it never closes. */
function isTame(html: string): boolean {
  let depth = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const next = html.charCodeAt(at + 1);
    if (next === SLASH) {
      if (depth > 0) depth--;
      continue;
    }
    if (!isLetter(next)) continue;
    const end = html.indexOf('>', at);
    if (end < 0) return html.length - at < LONG_TAG;
    if (end - at > LONG_TAG && hasManyAttributes(html, at, end)) return false;
    const name =
      html
        .slice(at + 1, Math.min(end, at + 9))
        .toLowerCase()
        .split(/[\s/]/)[0] ?? '';
    if (!VOID.has(name) && ++depth > MAX_DEPTH) return false;
  }
  return true;
}

const SLASH = '/'.charCodeAt(0);
const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

function hasManyAttributes(html: string, start: number, end: number): boolean {
  let signs = 0;
  for (let at = start; at < end && signs <= MAX_ATTRIBUTES; at++) {
    const code = html.charCodeAt(at);
    if (code <= 32) signs++;
  }
  return signs > MAX_ATTRIBUTES;
}

function rewrite(html: string): string {
  const written: string[] = [];
  const open: string[] = [];
  let raw = 0;
  let name = '';
  let attributes: string[] = [];
  let seen = new Set<string>();

  const parser = new Parser({
    onopentagname(tag) {
      name = tag;
      attributes = [];
      seen = new Set();
    },
    onattribute(key, value) {
      if (attributes.length >= MAX_ATTRIBUTES || seen.has(key)) return;
      seen.add(key);
      attributes.push(` ${key}="${value.replace(/[&"]/g, (sign) => (sign === '&' ? '&amp;' : '&quot;'))}"`);
    },
    onopentag() {
      const isVoid = VOID.has(name);
      if (isVoid || open.length < MAX_DEPTH) written.push(`<${name}${attributes.join('')}>`);
      // Words of blocks that are too deep stay apart.
      else written.push(' ');
      if (isVoid) return;
      open.push(name);
      if (RAW.has(name)) raw++;
    },
    onclosetag(tag) {
      if (VOID.has(tag)) return;
      if (RAW.has(tag)) raw--;
      open.pop();
      if (open.length < MAX_DEPTH) written.push(`</${tag}>`);
    },
    ontext(text) {
      written.push(raw > 0 ? text : text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? ''));
    },
    oncomment(text) {
      if (open.length < 2) written.push(`<!--${text}-->`);
    },
  });
  parser.end(html);
  return written.join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
