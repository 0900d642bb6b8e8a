import { addressKey, shortened, webAddress } from './address.ts';
import type { Capture } from './captures.ts';
import { fieldsOf, headEnd, linesOf } from './fields.ts';
import { type HttpHead, httpHeadOf, mediaTypeOf } from './http.ts';
import { isTextToRead, kindOf, type Role, roleOfHops, roleOfRequest, roleOfResource } from './page-signs.ts';
import type { RecordHead } from './record-head.ts';
import type { ArchiveRecord } from './records.ts';

/** What an archive holds, once it has been gone through: only where it is, so that it may be of any size. */
export interface Contents {
  /** Takes up one record. @returns whether it could be understood */
  take(record: ArchiveRecord): Promise<boolean>;
  /** Says that something is a page, whatever the archive tells of how it was asked for. */
  name(uri: string): void;
  /** Called once, after the last record: only then is it known what refers to what. */
  settle(): void;
  /** The last capture of every page, in the order they were first met. */
  pages(): Iterable<Capture>;
  /** Pages whose content is in another archive. */
  elsewhere(): Iterable<string>;
  page(address: URL): Capture | null;
  picture(address: URL): Capture | null;
  readonly isFull: boolean;
}

/** More than the largest crawls keep in one file; each costs some hundred bytes of memory. */
const MAX_KEPT = 500_000;
const MAX_REDIRECTS = 5;

interface Revisit {
  readonly head: RecordHead;
  readonly isPage: boolean;
}

export function createContents(): Contents {
  const pages = new Map<string, Capture>();
  const pictures = new Map<string, Capture>();
  /** By record and by digest: for what refers to them. */
  const originals = new Map<string, Capture>();
  const revisits: Revisit[] = [];
  const roles = new Map<string, Role>();
  const redirects = new Map<string, string>();
  const elsewhere = new Map<string, string>();
  let isFull = false;

  /** Null for what has no address of the web: a file, which is a page all the same, but nothing else. */
  const keyOf = (uri: string): string | null => {
    const address = webAddress(uri);
    if (address) return addressKey(address);
    return /^file:/i.test(uri) ? shortened(uri) : null;
  };

  const isRoom = <T>(map: Map<string, T>, key: string): boolean => {
    if (map.size < MAX_KEPT || map.has(key)) return true;
    isFull ||= map === (pages as unknown);
    return false;
  };

  const put = (key: string, capture: Capture) => {
    const map = capture.kind === 'picture' ? pictures : pages;
    const before = map.get(key);
    if (isRoom(map, key) && (!before || before.date <= capture.date)) map.set(key, capture);
  };

  const remember = (map: Map<string, string>, key: string | null, value: string) => {
    if (key !== null && isRoom(map, key)) map.set(key, value);
  };

  const noteRole = (uri: string, role: Role | null) => {
    const key = role && keyOf(uri);
    // What was asked for in both ways is a page.
    if (role && key && roles.get(key) !== 'page' && isRoom(roles, key)) roles.set(key, role);
  };

  const keep = async (record: ArchiveRecord, http: HttpHead | null) => {
    const { head, start } = record;
    const stated = (http ? http.fields : head.fields).get('content-type') ?? null;
    const kind = stated === null ? guessed(start.subarray(http?.end ?? 0)) : kindOf(mediaTypeOf(stated));
    const key = kind && keyOf(head.uri);
    if (!kind || !key) return;
    // An archive of many parts names the first of them only.
    const capture: Capture = {
      kind,
      uri: head.uri,
      date: head.date,
      mediaType: stated,
      block: await record.keep(),
      isHttp: http !== null,
    };
    put(key, capture);
    for (const name of [head.fields.get('warc-record-id'), head.fields.get('warc-payload-digest')])
      if (name && originals.size < 2 * MAX_KEPT) originals.set(shortened(name), capture);
  };

  const follow = ({ head, isPage }: Revisit) => {
    const { fields, uri, date } = head;
    const key = keyOf(uri);
    if (!key) return;
    const referred = keyOf(fields.get('warc-refers-to-target-uri')?.replace(/^<(.*)>$/, '$1') ?? uri);
    const named = (name: string | undefined) => (name ? originals.get(shortened(name)) : undefined);
    const original =
      named(fields.get('warc-refers-to')) ??
      named(fields.get('warc-payload-digest')) ??
      (referred ? (pages.get(referred) ?? pictures.get(referred)) : undefined);
    if (original) put(key, { ...original, uri, date });
    else if (isPage && !pages.has(key) && isRoom(elsewhere, key)) elsewhere.set(key, uri);
  };

  return {
    async take(record) {
      const { head, start } = record;
      switch (head.type) {
        case 'response': {
          if (keyOf(head.uri) === null) return true;
          const http = httpHeadOf(start);
          if (!http) return false;
          noteRole(head.uri, roleOfResource(head.fields));
          const location = http.fields.get('location');
          if (http.status === 200) await keep(record, http);
          else if (http.status >= 300 && http.status < 400 && location && URL.canParse(location, head.uri))
            remember(redirects, keyOf(head.uri), keyOf(new URL(location, head.uri).href) ?? '');
          return true;
        }
        case 'resource':
          noteRole(head.uri, roleOfResource(head.fields));
          await keep(record, null);
          return true;
        case 'revisit': {
          const http = httpHeadOf(start);
          const isPage = http?.status === 200 && kindOf(mediaTypeOf(http.fields.get('content-type'))) === 'html';
          if (revisits.length < MAX_KEPT) revisits.push({ head, isPage });
          return true;
        }
        case 'request': {
          const end = headEnd(start);
          if (end > 0) noteRole(head.uri, roleOfRequest(fieldsOf(linesOf(start.subarray(0, end)).slice(1))));
          return true;
        }
        case 'metadata':
          noteRole(head.uri, roleOfHops(fieldsOf(linesOf(start))));
          return true;
        default:
          return true;
      }
    },

    name: (uri) => noteRole(uri, 'page'),

    settle() {
      for (const revisit of revisits.splice(0)) follow(revisit);
      originals.clear();
      for (const [key, { kind, uri }] of pages) {
        const role = roles.get(key);
        const isRead = kind !== 'text' || role === 'page' || isTextToRead(webAddress(uri)?.pathname ?? uri);
        if (role === 'part' || !isRead) pages.delete(key);
      }
    },

    pages: () => pages.values(),
    elsewhere: () => elsewhere.values(),
    page(address) {
      let key: string | undefined = addressKey(address);
      for (let hops = 0; key !== undefined && hops <= MAX_REDIRECTS; hops++) {
        const page = pages.get(key);
        if (page) return page;
        key = redirects.get(key);
      }
      return null;
    },
    picture: (address) => pictures.get(addressKey(address)) ?? null,
    get isFull() {
      return isFull;
    },
  };
}

/** What a server sent without a word about it. */
const guessed = (sent: Buffer): 'html' | null =>
  /^\s*<(?:!doctype html|html)[\s>]/i.test(sent.toString('latin1', 0, 512)) ? 'html' : null;
