import { decode } from '../detect/charset.ts';
import type { ImageAsset } from '../types.ts';
import { iconsOfPage } from './icon.ts';
import type { Answer } from './index.ts';
import { iconInAddress } from './read-icon.ts';

/** Where the icon of a site may be, the best first: itself where it stands in the page, else an address. */
export const iconsOf = ({ bytes, mediaType, url }: Answer): readonly (ImageAsset | string)[] =>
  iconsOfPage(decode(bytes, mediaType, true).text, url).flatMap((address) =>
    address.startsWith('data:') ? (iconInAddress(address) ?? []) : address,
  );
