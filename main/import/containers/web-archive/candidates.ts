import type { StatedOutside } from '../../../../ingest/types.ts';
import type { Beside } from '../../beside.ts';
import { type Candidate, refusedCandidate, type SourceKey } from '../../candidate.ts';
import { isRefusal, skipped } from '../../refusal.ts';
import type { Budget } from '../budget.ts';
import { shownName } from '../entry-names.ts';
import { shortened, shownAddress, webAddress } from './address.ts';
import { type Capture, readCapture } from './captures.ts';
import type { Contents } from './contents.ts';
import { isWholePage } from './page-signs.ts';

/** Where the pages of an archive go. */
export interface ArchivePlace {
  /** As the report names the archive. */
  readonly path: string;
  readonly source: SourceKey;
  readonly beside: Beside;
  readonly budget: Budget;
}

const MAX_SHOWN = 1_000;
const MAX_NAME = 150;
const EXTENSION = { html: '.html', pdf: '.pdf', text: '.txt', picture: '' } as const;
const NAMED_SO = {
  html: /.\.(?:x?html?|xht|shtml)$/i,
  pdf: /.\.pdf$/i,
  text: /.\.(?:txt|text|md|markdown)$/i,
  picture: /./,
};

/** Pictures of pages are looked for in the archive, by their addresses. */
export const besideIn = (contents: Contents): Beside => ({
  read: async () => null,
  async readAddress(address) {
    const url = webAddress(address);
    const capture = url && contents.picture(url);
    const content = capture && (await readCapture(capture));
    return content && !isRefusal(content) && content.length > 0 ? content : null;
  },
});

/** A page of an archive. Nobody chose it, so it is left out rather than failed when there is no article on it. */
export function pageCandidate(
  capture: Capture,
  { path, source, beside, budget }: ArchivePlace,
  stated: StatedOutside | null = null,
): Candidate {
  const { kind, uri, mediaType } = capture;
  const url = webAddress(uri);
  const told = { mediaType, url: url?.href ?? null };
  return {
    path: `${path}/${shownUri(uri)}`,
    name: nameOf(url?.pathname ?? uri, url?.host ?? 'page', kind),
    source,
    told: stated ? { ...told, stated } : told,
    beside: kind === 'pdf' ? null : beside,
    isChance: true,
    async read() {
      const content = budget.refusal ?? (await readCapture(capture));
      const refusal = isRefusal(content) ? null : budget.spend(content.length);
      if (refusal) return refusal;
      return kind === 'html' && !isRefusal(content) && !isWholePage(content) ? PIECE : content;
    },
    onDisk: null,
  };
}

/** Every page of an archive, and what it only refers to. */
export function* allCandidates(contents: Contents, place: ArchivePlace): Generator<Candidate> {
  const { path, source, budget } = place;
  for (const capture of contents.pages()) {
    const refusal = budget.meet();
    if (refusal) return yield refusedCandidate(path, source, refusal);
    yield pageCandidate(capture, place);
  }
  for (const uri of contents.elsewhere()) yield refusedCandidate(`${path}/${shownUri(uri)}`, source, ELSEWHERE);
}

/** Its content is in an earlier archive, of which this one says only that it still held. */
export const ELSEWHERE = skipped(
  'payload-elsewhere',
  'The archive only says that it had not changed; its content is in an earlier archive',
);

const PIECE = skipped('not-an-article', 'A piece that a page fetched for itself, not a page');

/** Addresses may be as long as they like, and are told apart by their ends. */
export function shownUri(uri: string): string {
  const url = webAddress(uri);
  const shown = shownName(url ? shownAddress(url) : uri.replace(/^\w+:\/*/, ''));
  return shown.length <= MAX_SHOWN ? shown : `${shown.slice(0, MAX_SHOWN)}…${shortened(shown)}`;
}

/** A name that says what it is the name of. */
function nameOf(path: string, host: string, kind: Capture['kind']): string {
  const last = path.split('/').findLast((part) => part !== '') ?? host;
  const name =
    decoded(last)
      .replace(/[\p{Cc}/\\]/gu, ' ')
      .trim()
      .slice(-MAX_NAME) || host;
  return NAMED_SO[kind].test(name) ? name : `${name}${EXTENSION[kind]}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
