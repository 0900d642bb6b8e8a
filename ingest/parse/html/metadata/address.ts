import { canonical } from '../../../normalise/identity.ts';

/** Where a page is from: what it says of itself, and where it was found. */
interface Stated {
  /** As the page names them, the most trusted first. */
  readonly own: readonly (string | null | undefined)[];
  /** Where it was fetched or saved from. */
  readonly found: string | null;
  /** As its `base` element states. */
  readonly base: string | null;
}

const parsed = (address: string | null | undefined, base?: string): URL | null => {
  const url = address ? URL.parse(address.trim(), base) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
};

const site = (host: string): string => host.replace(/^(?:www|m|mobile|amp)\./, '');

/** The article's own address: whole, with a path, and of the site the page was found on, where that is known. */
export function ownAddress({ own, found }: Omit<Stated, 'base'>): string | null {
  const from = parsed(found);
  const fitting = own
    .map((address) => parsed(address, from?.href))
    .find((url) => url && canonical(url.href) !== null && (!from || site(url.host) === site(from.host)));
  return fitting?.href ?? (from && canonical(from.href) !== null ? from.href : null);
}

/** What addresses in the page are relative to; null when nothing says. */
export const baseAddress = ({ found, base }: Omit<Stated, 'own'>, address: string | null): string | null =>
  parsed(base, found ?? address ?? undefined)?.href ?? parsed(found)?.href ?? address;
