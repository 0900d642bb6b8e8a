import { Parser } from 'htmlparser2';
import { flatten } from '../parse/html/flatten.ts';
import { shapeOf } from '../parse/html/shape.ts';

/** About as large as a list shows them on a fine screen. */
const WANTED_PIXELS = 64;
const LARGEST = 100_000;
const MOST_ICONS = 50;

interface StatedIcon {
  readonly url: string;
  /** Smaller is better. */
  readonly rank: number;
}

/**
 * Where a site keeps its icon, the best first, then where all sites kept it before they could say. An address may be a `data:` address, which holds it.
 * @param pageUrl where the page was fetched from
 */
export function iconsOfPage(html: string, pageUrl: string): readonly string[] {
  let base = pageUrl;
  let hasBase = false;
  const icons: StatedIcon[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'base' && !hasBase && attributes['href']) {
        base = URL.parse(attributes['href'], pageUrl)?.href ?? base;
        hasBase = true;
      }
      if (name !== 'link' || icons.length >= MOST_ICONS) return;
      const url = addressIn(attributes['href'], base);
      const rank = url === null ? null : rankOf(attributes, url);
      if (url !== null && rank !== null) icons.push({ url, rank });
    },
  });
  parser.end(flatten(html, shapeOf(html)));
  const stated = icons.toSorted((a, b) => a.rank - b.rank).map(({ url }) => url);
  const usual = URL.parse('/favicon.ico', pageUrl)?.href ?? [];
  return [...new Set(stated.concat(usual))];
}

function addressIn(href: string | undefined, base: string): string | null {
  const written = href?.trim() ?? '';
  if (/^data:image\//i.test(written)) return written.length <= LARGEST ? written : null;
  const url = written === '' ? null : URL.parse(written, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** Null for what is no icon, or is one of a single colour that a program is to fill in. */
function rankOf(
  { rel = '', type = '', sizes = '', media = '' }: Readonly<Record<string, string>>,
  url: string,
): number | null {
  const relations = rel.toLowerCase().split(/\s+/);
  const isTouch = relations.some((one) => one.startsWith('apple-touch-icon'));
  if (!relations.includes('icon') && !isTouch) return null;
  const isDark = /dark/i.test(media) ? 1_000 : 0;
  if (/svg/i.test(type) || /\.svg(?:[?#]|$)/i.test(url)) return 10 + isDark;
  const stated = [...sizes.matchAll(/(\d+)x\d+/gi)].map(([, side]) => Number(side));
  // Touch icons are large, and have a ground of their own.
  const sides = stated.length > 0 ? stated : [isTouch ? 180 : 24];
  return Math.min(...sides.map(distance)) + (isTouch ? 100 : 0) + isDark;
}

/** What is too small is drawn larger, which is worse than the other way round. */
const distance = (side: number): number =>
  side >= WANTED_PIXELS ? (side - WANTED_PIXELS) / 4 : (WANTED_PIXELS - side) * 4;
