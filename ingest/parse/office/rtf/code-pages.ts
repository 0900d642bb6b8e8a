/** Windows code pages by the names that decoders know; those of one byte for Western Europe stand for the rest. */
const BY_PAGE: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1361: 'euc-kr',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  65001: 'utf-8',
};

/** Character sets of fonts, and the code pages they are written in. */
const BY_CHARSET: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** What a code page decodes by. */
export const encodingOfPage = (page: number): string =>
  page >= 1250 && page <= 1258 ? `windows-${page}` : (BY_PAGE[page] ?? 'windows-1252');

/** What a font's character set decodes by; null when it is the document's own. */
export function encodingOfCharset(charset: number): string | null {
  const page = BY_CHARSET[charset];
  return page === undefined ? null : encodingOfPage(page);
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

export function decodePage(bytes: Uint8Array, encoding: string): string {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, decoder);
  return decoder.decode(bytes);
}
