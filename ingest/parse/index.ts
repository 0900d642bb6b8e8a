import type { Format, ParsedArticle } from '../types.ts';

type Parser = (text: string, url: string | null) => ParsedArticle;

/** Where each format is read. The code comes with the first file of its kind: that of pages is larger than all the rest. */
const PARSERS: Readonly<Record<Format, () => Promise<Parser>>> = {
  text: async () => (await import('./text/index.ts')).parseText,
  markdown: async () => (await import('./markdown.ts')).parseMarkdown,
  html: async () => (await import('./html/index.ts')).parseHtml,
};

const loaded = new Map<Format, Parser>();

/** Reads a text by the rules of its format. @param url where it was fetched from, if known */
export async function parse(format: Format, text: string, url: string | null): Promise<ParsedArticle> {
  const parser = loaded.get(format) ?? (await PARSERS[format]());
  loaded.set(format, parser);
  return parser(text, url);
}
