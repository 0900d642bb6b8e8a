import { Parser } from 'htmlparser2';
import { decode } from '../detect/charset.ts';
import type { Stretch } from './book.ts';

/** Chapters that share files, and those files. */
export interface CutRequest {
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly chapters: readonly (readonly Stretch[])[];
}

/**
 * Makes each chapter a page of its own, by cutting and joining the files of a book.
 * @returns null for one whose place is not in its file
 */
export function cutChapters({ files, chapters }: CutRequest): readonly (Uint8Array | null)[] {
  const pages = new Map(files.map(({ path, bytes }) => [path, pageOf(bytes, path, chapters)]));
  const found = (stretch: Stretch) => pages.get(stretch.path)?.stretch(stretch) ?? null;
  const bodies: (string[] | null)[] = [];
  for (const [first, ...rest] of chapters) {
    const start = first && found(first);
    const on = rest.map(found).filter((body) => body !== null);
    // What goes on behind a place that is not there goes on from the chapter before.
    if (typeof start !== 'string') bodies.findLast((body) => body !== null)?.push(...on);
    bodies.push(typeof start === 'string' ? [start, ...on] : null);
  }
  return bodies.map((body, nth) => {
    const page = pages.get(chapters[nth]?.[0]?.path ?? '');
    return body && page ? encoder.encode(whole(page, body)) : null;
  });
}

const encoder = new TextEncoder();

const whole = ({ html, body }: Page, stretches: readonly string[]): string =>
  `<!doctype html>\n${html}<head><meta charset="utf-8"></head>\n${body}\n${stretches.join('\n')}\n</body></html>\n`;

interface Page {
  /** Its opening tags. */
  readonly html: string;
  readonly body: string;
  /** Null when the place it begins at is not there. */
  stretch(stretch: Stretch): string | null;
}

function pageOf(bytes: Uint8Array, path: string, chapters: CutRequest['chapters']): Page {
  const { text } = decode(bytes, null, true);
  const wanted = new Set(
    chapters.flat().flatMap((stretch) => (stretch.path === path && stretch.from !== null ? [stretch.from] : [])),
  );
  const { places, start, end, html, body } = placesIn(text, wanted);
  const cuts = [...new Set(places.values()), end].sort((a, b) => a - b);
  return {
    html,
    body,
    stretch({ from }) {
      const at = from === null ? start : places.get(from);
      if (at === undefined) return null;
      // As far as the next chapter that was found: the table of contents may name places that are not there, or not in their order.
      return text.slice(at, cuts.find((cut) => cut > at) ?? end);
    },
  };
}

/** Where the elements with some ids begin; with those around them that begin just before. */
function placesIn(text: string, wanted: ReadonlySet<string>) {
  const places = new Map<string, number>();
  let start = 0;
  let end = text.length;
  let html = '<html>';
  let body = '<body>';
  /** Where the tags began that have opened without a word since. */
  let run: number | null = null;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const at = parser.startIndex;
        const source = text.slice(at, parser.endIndex + 1);
        if (name === 'html') html = source;
        else if (name === 'body') {
          body = source;
          start = parser.endIndex + 1;
          run = null;
        } else run ??= at;
        for (const id of [attributes['id'], name === 'a' ? attributes['name'] : undefined])
          if (id !== undefined && wanted.has(id) && !places.has(id)) places.set(id, Math.max(run ?? at, start));
      },
      ontext(words) {
        if (words.trim() !== '') run = null;
      },
      onclosetag(name, isImplied) {
        if (name === 'body' && !isImplied) end = parser.startIndex;
        run = null;
      },
    },
    { recognizeSelfClosing: true, decodeEntities: true },
  );
  parser.end(text);
  return { places, start, end, html, body };
}
