import type { Format, ParsedArticle } from '../types.ts';
import { parseHtml } from './html/index.ts';
import { parseMarkdown } from './markdown.ts';
import { parseText } from './text/index.ts';

const PARSERS: Readonly<Record<Format, (text: string, url: string | null) => ParsedArticle>> = {
  text: parseText,
  markdown: parseMarkdown,
  html: parseHtml,
};

/** Reads a text by the rules of its format. @param url where it was fetched from, if known */
export const parse = (format: Format, text: string, url: string | null): ParsedArticle => PARSERS[format](text, url);
