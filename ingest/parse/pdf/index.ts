import { sanitise } from '../../clean/sanitise.ts';
import { textOfHtml } from '../../clean/text-of-html.ts';
import { detectLanguage } from '../../detect/language.ts';
import { nameWithoutExtension } from '../../detect/names.ts';
import { refused } from '../../refused.ts';
import { NOTHING_STATED, type Parsed, type ParserInput } from '../../types.ts';
import { bylineOf } from '../html/metadata/byline.ts';
import { areNames } from '../text/byline.ts';
import { numericOrder } from '../text/dates/index.ts';
import { htmlOf } from './body.ts';
import { columnsOf } from './columns.ts';
import { creationDate } from './creation-date.ts';
import { openDocument } from './document.ts';
import { isFigure, picturesOf, withFigures } from './figures.ts';
import { type Head, headOf, type Written } from './head.ts';
import { rejoin, wordsWithin } from './hyphens.ts';
import { jpegsIn } from './jpegs.ts';
import { segmentsOf } from './lines.ts';
import { readPages } from './pages.ts';
import { passagesOf, type Setting, settingOf } from './paragraphs.ts';
import { withoutRunning } from './running.ts';
import { statedTitle } from './stated-title.ts';

/** Language and the order of numeric dates are told by this much of a text. */
const SAMPLE = 50_000;

/** Reads a PDF: the words of its pages as the paragraphs they were, in the order they are read. */
export async function parsePdf({ bytes, name }: ParserInput): Promise<Parsed> {
  const { byReference, blind } = jpegsIn(bytes);
  const document = await openDocument(blind);
  if ('ok' in document) return document;
  try {
    const { info, metadata } = await document.getMetadata();
    const { pages, count } = await readPages(document, byReference.size > 0);
    if (pages.length === 0) return refused('malformed', 'The PDF is damaged: none of its pages can be read');
    const stated = statedTitle(metadata?.get('dc:title')) ?? statedTitle(valueIn(info, 'Title'));
    const { story, head, setting, isWordless } = storyOf(pages, stated);
    const missing = missingWords(pages.length, count);
    const parts = withFigures(story, pages, byReference, setting);
    const pictures = picturesOf(parts);
    const html = sanitise([htmlOf(parts, setting), missing && `<p><em>${missing}</em></p>`].join('\n'), pictures);
    const text = textOfHtml(html);
    return {
      ...NOTHING_STATED,
      title: head.title ?? (isWordless ? (nameWithoutExtension(name) ?? 'PDF without text') : null),
      byline: head.byline ?? authorIn(valueIn(info, 'Author')),
      // A file is made when it is printed or converted, which may be years after.
      published: head.published ?? creationDate(valueIn(info, 'CreationDate')),
      captions: parts.filter(isFigure).flatMap(({ caption }) => caption ?? []),
      ...pictures.taken,
      body: { html, text },
      isWithoutText: text === '',
      note: missing || (isWordless ? WITHOUT_TEXT : null),
    };
  } finally {
    await document.loadingTask.destroy();
  }
}

const WITHOUT_TEXT = 'This PDF has no text: it is a scan';

/** Says so where pages are missing; empty where none is. */
const missingWords = (read: number, count: number): string =>
  read === count ? '' : `Only ${read} of the ${count} pages of this PDF could be read.`;

const valueIn = (info: object, key: string): unknown => new Map<string, unknown>(Object.entries(info)).get(key);

function authorIn(stated: unknown): string | null {
  const byline = typeof stated === 'string' ? bylineOf([stated]) : null;
  return byline !== null && areNames(byline) ? byline : null;
}

interface Story {
  readonly story: readonly Written[];
  readonly head: Head;
  readonly setting: Setting;
  /** Whether no page has a word on it. */
  readonly isWordless: boolean;
}

function storyOf(pages: Awaited<ReturnType<typeof readPages>>['pages'], stated: string | null): Story {
  const bare = withoutRunning(pages.map(({ pieces }) => ({ segments: segmentsOf(pieces) })));
  const columns = bare.map(({ segments }, page) => ({
    page,
    columns: columnsOf(segments, segments.filter(({ isRtl }) => isRtl).length * 2 > segments.length),
  }));
  const setting = settingOf(columns);
  const passages = passagesOf(columns, setting);
  const known = wordsWithin(passages.flatMap(({ lines }) => lines.map(({ text }) => text)));
  const written = passages.map((passage) => ({
    passage,
    text: rejoin(
      passage.lines.map(({ text }) => text),
      known,
    ),
  }));
  const sample = written
    .map(({ text }) => text)
    .join('\n')
    .slice(0, SAMPLE);
  const language = detectLanguage(sample);
  const head = headOf(written, setting, stated, { language, order: numericOrder(sample, language) });
  const story = written.filter((passage) => !head.taken.has(passage));
  // A page of nothing but a title is its own story.
  return { story: story.length > 0 ? story : written, head, setting, isWordless: written.length === 0 };
}
