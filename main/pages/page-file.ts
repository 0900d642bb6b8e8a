import { AppError } from '../../contract/errors.ts';
import type { BatchFile } from '../../ingest/batch.ts';
import { promisedByName, promisedByType } from '../../ingest/detect/names.ts';
import { pastedAddress } from '../../ingest/discover/address.ts';
import { NOTHING_TOLD } from '../../ingest/types.ts';

/** What somebody typed, pasted or dropped, as an address of the web: nobody's name and password are kept. @throws AppError `not-possible` */
export function typedAddress(typed: string): string {
  const pasted = pastedAddress(typed);
  if (!pasted) throw new AppError('not-possible', `“${typed.trim().slice(0, 200)}” is no address of the web`);
  return pasted.url;
}

const LONGEST_NAME = 120;

/** An address as the file that browsers save it as: what is kept until its page comes. */
export function linkFile(url: string): BatchFile {
  const { host, pathname } = new URL(url);
  const shown = `${host}${decoded(pathname).replace(/\/$/, '')}`.replaceAll('/', ' / ').slice(0, LONGEST_NAME);
  return {
    ...NOTHING_TOLD,
    name: `${shown}.url`,
    bytes: new TextEncoder().encode(`[InternetShortcut]\r\nURL=${url}\r\n`),
  };
}

const EXTENSIONS: Readonly<Record<string, string>> = { html: 'html', pdf: 'pdf', text: 'txt', markdown: 'md' };

/** What a page is called that was fetched: as its address ends, in a way that tells what it is. */
export function pageName(url: string, mediaType: string | null): string {
  const { hostname, pathname } = new URL(url);
  const last = decoded(pathname.split('/').findLast((part) => part !== '') ?? '').replace(/[\\/\0]/g, ' ');
  const name = last.slice(-LONGEST_NAME) || hostname;
  const promised = promisedByType(mediaType?.split(';')[0]?.trim().toLowerCase() ?? '');
  if (promisedByName(name) !== undefined) return name;
  const extension = EXTENSIONS[promised ?? ''];
  return extension === undefined ? name : `${name}.${extension}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
