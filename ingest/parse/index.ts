import { inStep } from '../in-step.ts';
import type { Format, Parsed, ParserInput } from '../types.ts';

type Parser = (input: ParserInput) => Parsed | Promise<Parsed>;

/** Where each format is read. The code comes with the first file of its kind: that of pages is larger than all the rest. */
const PARSERS: Readonly<Record<Format, () => Promise<Parser>>> = {
  text: async () => {
    const { parseText } = await import('./text/index.ts');
    return ({ text, isOnlyLookedAt }) => parseText(isOnlyLookedAt ? endsOf(text) : text);
  },
  markdown: async () => {
    const { lookAtMarkdown, parseMarkdown } = await import('./markdown.ts');
    return ({ text, url, isOnlyLookedAt }) =>
      isOnlyLookedAt ? lookAtMarkdown(text.slice(0, HEAD_CHARACTERS), url) : parseMarkdown(text, url);
  },
  html: async () => {
    const { lookAtHtml, parseHtml } = await import('./html/index.ts');
    return ({ text, url, isOnlyLookedAt }) => (isOnlyLookedAt ? lookAtHtml(text, url) : parseHtml(text, url));
  },
  chapter: async () => (await import('./chapter/index.ts')).parseChapter,
  pdf: async () => (await import('./pdf/index.ts')).parsePdf,
  opml: async () => {
    const { parseOpml } = await import('./opml.ts');
    return ({ text }) => parseOpml(text);
  },
  feed: async () => (await import('./feed.ts')).parseFeed,
  docx: async () => {
    const { parseDocx } = await import('./office/docx/index.ts');
    return ({ bytes }) => parseDocx(bytes);
  },
  odt: async () => {
    const { parseOdt } = await import('./office/odt/index.ts');
    return ({ bytes, text }) => parseOdt(bytes, text);
  },
  rtf: async () => {
    const { parseRtf } = await import('./office/rtf/index.ts');
    return ({ bytes }) => parseRtf(bytes);
  },
  link: async () => {
    const { parseLink } = await import('./link/index.ts');
    return ({ bytes, text, name }) => parseLink(bytes, text, name);
  },
  word97: async () => {
    const { refuseWord97 } = await import('./office/word-97.ts');
    return ({ bytes }) => refuseWord97(bytes);
  },
  nitf: async () => (await import('./agency/nitf.ts')).parseNitf,
  'newsml-g2': async () => (await import('./agency/newsml-g2.ts')).parseNewsmlG2,
  'newsml-1': async () => (await import('./agency/newsml-1.ts')).parseNewsml1,
  ninjs: async () => (await import('./agency/ninjs.ts')).parseNinjs,
  wire: async () => (await import('./agency/wire/index.ts')).parseWire,
  mail: async () => (await import('./mail/index.ts')).parseMail,
  mhtml: async () => (await import('./mhtml/index.ts')).parseMhtml,
};

/** Names of all kinds of files that are read. */
export const FORMATS: readonly string[] = Object.keys(PARSERS);

/** What a text says of itself stands at its head, and some of it at its end. */
const HEAD_CHARACTERS = 6_000;
const TAIL_CHARACTERS = 2_000;

function endsOf(text: string): string {
  if (text.length <= HEAD_CHARACTERS + TAIL_CHARACTERS) return text;
  return `${text.slice(0, HEAD_CHARACTERS)}\n\n${text.slice(-TAIL_CHARACTERS)}`;
}

const loaded = new Map<Format, Parser>();

/** Reads a file by the rules of its format. */
export async function parse(format: Format, input: ParserInput): Promise<Parsed> {
  const parser = loaded.get(format) ?? (await PARSERS[format]());
  loaded.set(format, parser);
  await inStep;
  return parser(input);
}
