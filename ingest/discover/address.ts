export interface Userinfo {
  readonly name: string;
  readonly password: string;
}

/** An address as somebody pasted it, made ready to be asked for. */
export interface PastedAddress {
  /** http or https, without a name and password and without the place within the page. */
  readonly url: string;
  /** Where it stated one: for its origin alone. */
  readonly userinfo: Userinfo | null;
  /** Whether it said http or https itself: else the other may be tried. */
  readonly isSchemeStated: boolean;
}

/** Longer than anything pasted by intention. */
const MAX_CHARACTERS = 8_000;

/** Zero-width marks, soft hyphens and the marks of direction that come along from pages and chats. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** What programs put before an address: the link types of readers and podcast programs, a browser's view of the source. */
const WRAPPERS = /^(?:(?:view-source|feed|rss|atom|itpc|pcast|podcast|web\+feed|url):\s*)+/i;

/** What has an `@` in it and is no name and password. */
const OTHER = /^(?:mailto|acct|xmpp|sips?|im|javascript|data):/i;

/** Marks that stand around an address in a text and belong to no address. */
const OPENING = /^[\s<>"'“”„‘’«»‹›({]+|^\[(?![0-9a-f:.]+\])/i;
const CLOSING = /[\s<>"'“”„‘’«»‹›},;!?.…]+$/;
/** Of these none is in an address that was pasted alone: what else it ends in is its own. */
const CLOSING_ALONE = /[<>"“”„«»‹›…]+$/;
/** A path or a query, and no mark before it. */
const ALONE = /^(?:[a-z][a-z+-]*:)*(?:\/\/)?(?![a-z+-]+:)[^\s/?#<>"'“”„‘’«»‹›({[]+[/?#]\S*$/i;

/**
 * The address in what was pasted: with or without a scheme, as a `feed:` link, within a line of text, a handle of the fediverse.
 * @returns null when there is none, or when it leads to something other than a web server
 */
export function pastedAddress(pasted: string): PastedAddress | null {
  const text = pasted.slice(0, MAX_CHARACTERS).replace(INVISIBLE, '').trim();
  if (text === '') return null;
  const handle = /^@([\w.-]+)@([\p{L}\p{N}.-]+\.[\p{L}\p{N}-]{2,})$/u.exec(text);
  if (handle) return asAddress(`https://${handle[2]}/@${handle[1]}`);
  if (!/\s/.test(text)) return asAddress(bared(text, ALONE.test(text) ? CLOSING_ALONE : CLOSING));
  const stated = /(?:(?:view-source|feed|rss):)*(?:https?|feed):\/\/[^\s<>"“”«»]+/i.exec(text)?.[0];
  if (stated !== undefined) return asAddress(bared(stated));
  for (const word of text.split(/\s+/)) {
    const found = NAMED.test(bared(word)) ? asAddress(bared(word)) : null;
    if (found) return found;
  }
  // A line broken in the middle of it, or a space typed after a dot.
  const joined = text.replace(/\s+/g, '');
  return text.split(/\s+/).length <= 4 && NAMED.test(joined) ? asAddress(joined) : null;
}

/** A name with an ending, as words of a text rarely are. */
const NAMED = /^(?:\/\/)?(?:[\p{L}\p{N}_-]+\.)+(?:\p{L}{2,}|xn--[a-z0-9-]+)(?::\d{1,5})?(?:[/?#]|$)/u;

function bared(word: string, closing = CLOSING): string {
  const text = word.replace(OPENING, '').replace(closing, '');
  // A bracket that was opened inside belongs to it.
  const isLeft = (text.endsWith(')') && !text.includes('(')) || (text.endsWith(']') && !text.includes('['));
  return isLeft ? bared(text.slice(0, -1), closing) : text;
}

function asAddress(written: string): PastedAddress | null {
  const wrapped = WRAPPERS.exec(written)?.[0] ?? '';
  const text = written.slice(wrapped.length).replaceAll('\\', '/');
  // `http:/a.example` and `https:a.example` are slips of the hand.
  const [, scheme, rest = ''] = /^(https?):\/*(.*)$/is.exec(text) ?? [];
  if (scheme !== undefined) return parsed(`${scheme}://${rest}`, true);
  if (OTHER.test(text) || (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) && !/^[^/]*@/.test(text))) return null;
  const bare = text.replace(/^\/\//, '');
  // A mail address names a person.
  if (wrapped === '' && /^[^\s/@:]+@[^\s/@]+$/.test(bare)) return null;
  const host = /^(?:[^/@]*@)?(\[[0-9a-f:.]+\]|[^/:?#]+)/i.exec(bare)?.[1] ?? '';
  if (!host.startsWith('[') && !/[^.]\.[^.]/.test(host) && host.toLowerCase() !== 'localhost') return null;
  return parsed(`${isLocal(host) ? 'http' : 'https'}://${bare}`, false);
}

/** Machines at home and in the lab seldom have a certificate. */
const isLocal = (host: string): boolean => /^(?:\[.*\]|localhost|[\d.]+|.*\.(?:local|lan|home|internal))$/i.test(host);

function parsed(address: string, isSchemeStated: boolean): PastedAddress | null {
  const url = URL.parse(address);
  if (!url || url.hostname === '') return null;
  const userinfo = url.username === '' ? null : { name: decoded(url.username), password: decoded(url.password) };
  url.username = '';
  url.password = '';
  url.hash = '';
  return { url: url.href, userinfo, isSchemeStated };
}

/** An address of the same origin with the name and password that were pasted; any other as it is. */
export function withUserinfo(address: string, { url: pasted, userinfo }: PastedAddress): string {
  const url = new URL(address);
  if (userinfo === null || url.origin !== new URL(pasted).origin) return address;
  url.username = userinfo.name;
  url.password = userinfo.password;
  return url.href;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
