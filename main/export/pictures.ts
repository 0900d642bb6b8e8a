import type { ArticleDetail, SafeHtml } from '../../contract/model.ts';

/** Hashes of the pictures of an article that are in the library, each once. */
export const storedPictures = ({ images }: Pick<ArticleDetail, 'images'>): readonly string[] => [
  ...new Set(images.flatMap(({ src }) => (src === null ? [] : [src.slice('/asset/'.length)]))),
];

/**
 * The body with its pictures named as they lie beside the exported file; those that are not here are named by the address they have.
 * @param names the path of each stored picture, by its hash
 */
export function withExportedPictures(html: SafeHtml, names: ReadonlyMap<string, string>): string {
  return html.replace(/<img\b[^<>]*>/g, (tag) =>
    tag
      .replace(/ src="\/asset\/([0-9a-f]{64})"/, (_, hash: string) => ` src="${names.get(hash) ?? ''}"`)
      .replace(/ data-src="([^"]*)"/, (_, address: string) => (leadsOut(address) ? '' : ` src="${address}"`)),
  );
}

/** A path that would be looked for above the exported file, by whoever shows it. */
const leadsOut = (address: string): boolean =>
  !/^https?:/i.test(address) && /^[/\\]|(^|[/\\])\.\.([/\\]|$)/.test(address);
