import { stringify } from 'yaml';
import type { ArticleDetail, StatedDate, Usage } from '../../contract/model.ts';
import { converter } from './converter.ts';
import { withExportedPictures } from './pictures.ts';
import { withPlainTables } from './tables.ts';

/**
 * An article as Markdown with YAML front matter; importing it again gives the same article, here and in another library.
 * @param pictures where its stored pictures lie, by their hash
 */
export function articleMarkdown(article: ArticleDetail, pictures: ReadonlyMap<string, string>): string {
  const {
    title,
    byline,
    url,
    siteName,
    language,
    description,
    dateline,
    captions,
    tags,
    published,
    modified,
    addedAt,
  } = article;
  const matter = {
    title,
    author: byline,
    date: asWritten(published),
    modified: asWritten(modified),
    added: new Date(addedAt).toISOString(),
    url,
    site: siteName,
    lang: language,
    description,
    dateline: dateline && (dateline.agency ? `${dateline.place} (${dateline.agency})` : dateline.place),
    captions: captions.length > 0 ? captions : null,
    tags: tags.length > 0 ? tags : null,
    ...usageMatter(article.usage),
    source: article.source.name,
    uid: article.uid,
  };
  const stated = Object.fromEntries(Object.entries(matter).filter(([, value]) => value !== null));
  return `---\n${stringify(stated)}---\n\n# ${converter.escape(title.replace(/\s+/g, ' '))}\n\n${converter.turndown(withPlainTables(withExportedPictures(article.html, pictures)))}\n`;
}

/** What its agency lets be done with it: nothing where it may be used as it is. */
const usageMatter = (usage: Usage | null) => ({
  status: usage === null || usage.status === 'usable' ? null : usage.status,
  embargo: asWritten(usage?.embargoedUntil ?? null),
  ednote: usage?.note ?? null,
  revision: usage?.revision ?? null,
  correction: usage?.isCorrection ? true : null,
});

/** A date no more exactly than it is known, the time as its place has it: `2016`, `2016-08`, `2016-08-26`, `2016-08-26T10:00+02:00`. */
function asWritten(date: StatedDate | null): string | null {
  if (!date) return null;
  const { at, precision, zone } = date;
  const full = new Date(at + offsetMs(zone)).toISOString();
  if (precision === 'year') return full.slice(0, 4);
  if (precision === 'month') return full.slice(0, 7);
  if (precision === 'day') return full.slice(0, 10);
  return `${full.slice(0, precision === 'minute' ? 16 : 19)}${zone ?? ''}`;
}

function offsetMs(zone: string | null): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}
