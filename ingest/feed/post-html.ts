import { escapeHtml } from '../clean/sanitise.ts';

/**
 * What WordPress makes of a post as it was typed: paragraphs of blank lines, figures of captions and galleries. All else in square brackets that it would replace
 * is left out, and what is around which it stands stays.
 * @param pictures addresses by the numbers of the pictures
 */
export function htmlOfPost(content: string, pictures: ReadonlyMap<string, string>): string {
  const isOfBlocks = /<!--\s*wp:/.test(content);
  const shown = withoutShortcodes(content, pictures);
  return isOfBlocks || /<p[\s>]/i.test(shown) ? shown : paragraphed(shown);
}

const SHORTCODE = /\[(\/?)([a-z][\w-]{0,40})((?:[\s=][^[\]<>]{0,2000})?)\/?\]/gi;
/** Those that stand alone and have no attributes; any other word in brackets is the writer's. */
const BARE = new Set(['gallery', 'playlist', 'audio', 'video', 'embed', 'toc', 'caption', 'contact-form']);

function withoutShortcodes(content: string, pictures: ReadonlyMap<string, string>): string {
  if (!content.includes('[')) return content;
  const codes = [...content.matchAll(SHORTCODE)];
  const closed = new Set(codes.filter(([, slash]) => slash === '/').map(([, , name = '']) => name.toLowerCase()));
  let html = '';
  let at = 0;
  let captioned: { readonly from: number; readonly attributes: string } | null = null;
  for (const { 0: written, 1: slash, 2: name = '', 3: attributes = '', index } of codes) {
    const kind = name.toLowerCase();
    const isCode = closed.has(kind) || attributes.includes('=') || BARE.has(kind);
    if (!isCode || content[index - 1] === '[') continue;
    html += content.slice(at, index);
    at = index + written.length;
    const isCaption = kind === 'caption' || kind === 'wp_caption';
    if (kind === 'gallery') html += galleryOf(attributes, pictures);
    else if (isCaption && slash !== '/') captioned = { from: html.length, attributes };
    else if (isCaption && captioned) {
      html = html.slice(0, captioned.from) + figureOf(html.slice(captioned.from), captioned.attributes);
      captioned = null;
    }
  }
  return html + content.slice(at);
}

const attributeOf = (attributes: string, name: string): string | null => {
  const [, double, single, bare] =
    new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i').exec(attributes) ?? [];
  return double ?? single ?? bare ?? null;
};

/** The picture, in its link if it has one, and the words after it. */
function figureOf(inner: string, attributes: string): string {
  const picture = /^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner)?.[0];
  if (picture === undefined) return inner;
  const words = inner.slice(picture.length).trim() || escapeHtml(attributeOf(attributes, 'caption') ?? '');
  return `\n\n<figure>${picture.trim()}${words === '' ? '' : `<figcaption>${words.replace(/\s+/g, ' ')}</figcaption>`}</figure>\n\n`;
}

const galleryOf = (attributes: string, pictures: ReadonlyMap<string, string>): string =>
  (attributeOf(attributes, 'ids') ?? '')
    .split(',')
    .flatMap((id) => pictures.get(id.trim()) ?? [])
    .map((address) => `\n\n<figure><img src="${escapeHtml(address)}"></figure>\n\n`)
    .join('');

const BLOCKS =
  'address|article|aside|blockquote|center|details|div|dl|dd|dt|fieldset|figure|figcaption|footer|form|h[1-6]|header|hr|li|main|nav|ol|section|table|tbody|td|tfoot|th|thead|tr|ul';
const OPENS = new RegExp(`<(?:${BLOCKS})(?=[\\s>/])`, 'gi');
const CLOSES = new RegExp(`</(?:${BLOCKS})\\s*>|<hr\\b[^>]*>`, 'gi');
const STARTS_WITH_BLOCK = new RegExp(`^</?(?:${BLOCKS}|pre)(?=[\\s>/])|^<!--`, 'i');

/** Blank lines part paragraphs, a break ends a line; what is a block by itself stays as it is, and so does what is preformatted. */
function paragraphed(html: string): string {
  return html
    .split(/(<pre\b[\s\S]*?(?:<\/pre\s*>|$))/i)
    .map((part, nth) => (nth % 2 === 1 ? part : paragraphsOf(part)))
    .join('\n');
}

function paragraphsOf(html: string): string {
  return html
    .replace(OPENS, '\n\n$&')
    .replace(CLOSES, '$&\n\n')
    .split(/\n[ \t]*\n\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (STARTS_WITH_BLOCK.test(part) ? part : `<p>${part.replaceAll('\n', '<br>\n')}</p>`))
    .join('\n');
}
