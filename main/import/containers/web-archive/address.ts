import { hash } from 'node:crypto';

/** An address as a page is asked for by it: without what a server never sees; null for what is not of the web. */
export function webAddress(address: string): URL | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  url.hash = '';
  url.username = '';
  url.password = '';
  return url;
}

/** How the report names it: without protocol. */
export const shownAddress = (url: URL): string => `${url.host}${url.pathname}${url.search}`;

/** A short stand-in for an address, whatever protocol it is reached by: an archive has hundreds of thousands. */
export const addressKey = (url: URL): string => shortened(shownAddress(url));

export const shortened = (text: string): string => hash('sha1', text, 'base64').slice(0, 16);
