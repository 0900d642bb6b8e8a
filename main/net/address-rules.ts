import { isPrivateHost } from './addresses.ts';
import type { NetRequest } from './fetcher.ts';
import { Refusal } from './refusal.ts';

/** Ports at which something other than the web listens, as browsers refuse them too: mail, names, files, chat. */
const OTHER_PORTS = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/** What came before on the way to an address. */
export interface Way {
  readonly isRedirect: boolean;
  /** Every address so far is one the user said yes to although it is on their own network. */
  readonly isPrivateSoFar: boolean;
}

/** Reads an address. @throws Refusal `bad-address` */
export function webAddress(text: string, base?: string): URL {
  const url = URL.parse(text, base);
  if (!url) throw new Refusal('bad-address', `“${text.slice(0, 200)}” is not a web address.`);
  url.hash = '';
  return url;
}

/**
 * Whether an address may be asked for, as far as it tells by itself; what its name stands for is seen when it is connected to.
 * @returns whether it may be on the user's own network
 * @throws Refusal `bad-address`, `private-address`
 */
export function admit(url: URL, request: NetRequest, way: Way, allowPrivate: boolean): boolean {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Refusal(
      'bad-address',
      `${way.isRedirect ? 'It leads to' : 'This is'} an address that is not of the web (${url.protocol}).`,
    );
  if (url.hostname === '') throw new Refusal('bad-address', 'The address names no host.');
  if (allowPrivate) return true;
  const mayBePrivate = way.isPrivateSoFar && isNamed(request.privateOrigins, url);
  if (!mayBePrivate && isPrivateHost(url.hostname)) throw privateAddress(url.hostname, way.isRedirect);
  if (!mayBePrivate) checkPort(url, request, way);
  return mayBePrivate;
}

export const privateAddress = (host: string, isRedirect = false): Refusal =>
  new Refusal(
    'private-address',
    `${isRedirect ? `It leads to ${host}, which` : host} is on your own network or this computer. Nothing is asked there unless you have said yes to it.`,
  );

function checkPort(url: URL, request: NetRequest, way: Way): void {
  if (['', '80', '443'].includes(url.port) || isNamed(request.typedOrigins, url)) return;
  const isTyped = !way.isRedirect && request.why !== 'picture' && request.why !== 'enclosure';
  const typed = URL.parse(request.url);
  const isSamePlace = way.isRedirect && typed?.hostname === url.hostname && typed.port === url.port;
  if ((isTyped || isSamePlace) && !OTHER_PORTS.has(Number(url.port))) return;
  throw new Refusal('bad-address', `The address names port ${url.port}, at which no web page is looked for.`);
}

const isNamed = (origins: readonly string[] | undefined, url: URL): boolean =>
  origins?.some((origin) => URL.parse(origin)?.origin === url.origin) ?? false;
