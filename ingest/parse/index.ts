import type { Format, ParsedArticle } from '../types.ts';
import { parseMarkdown } from './markdown.ts';
import { parseText } from './text/index.ts';

const PARSERS: Readonly<Record<Format, (text: string) => ParsedArticle>> = {
  text: parseText,
  markdown: parseMarkdown,
};

/** Reads a text by the rules of its format. */
export const parse = (format: Format, text: string): ParsedArticle => PARSERS[format](text);
