import type { SafeHtml } from '../contract/model.ts';
import type { ShownImage } from './article-images.ts';

/** A picture as the sanitiser writes it: no `<` or `>` stands unescaped in an attribute. */
const PICTURE = /<img\b[^<>]*>/g;
const ATTRIBUTE = / (data-src|width|height)="([^"]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/**
 * Lets the pictures whose bytes are here be shown from the library, at the size they will have. What it adds to safe HTML is made of
 * hexadecimal digits and whole numbers. Pictures that are not here keep `data-src`, which nothing fetches.
 */
export function showStored(html: SafeHtml, images: readonly ShownImage[]): SafeHtml {
  if (images.length === 0) return html;
  const byAddress = new Map(images.map((image) => [image.address, image]));
  return html.replace(PICTURE, (tag) => {
    const address = unescaped(/ data-src="([^"]*)"/.exec(tag)?.[1] ?? '');
    const image = byAddress.get(address);
    if (!image?.src) return tag;
    const size = image.shownWidth ? ` width="${image.shownWidth}" height="${image.shownHeight}"` : '';
    return tag.replace(ATTRIBUTE, '').replace(/^<img/, `<img src="${image.src}"${size}`);
  }) as SafeHtml;
}

const unescaped = (value: string): string => value.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? '');
