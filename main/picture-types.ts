/** Pictures that are nothing but dots: a browser that opens one shows it and runs nothing. */
const RASTER: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
  'image/bmp': '.bmp',
  'image/x-icon': '.ico',
};

const DRAWING = 'image/svg+xml';

export const isRaster = (mediaType: string): boolean => Object.hasOwn(RASTER, mediaType);
export const isPicture = (mediaType: string): boolean => isRaster(mediaType) || mediaType === DRAWING;

/** How names of files of this type end; empty for what is no picture. */
export const endingOf = (mediaType: string): string =>
  mediaType === DRAWING ? '.svg' : isRaster(mediaType) ? (RASTER[mediaType] ?? '') : '';
