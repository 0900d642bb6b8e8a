import { bodyOfBlocks } from '../../clean/sanitise.ts';
import { nameWithoutExtension } from '../../detect/names.ts';
import { refused } from '../../refused.ts';
import { NOTHING_STATED, type ParsedArticle, type Refusal } from '../../types.ts';
import { statedIn } from './fields.ts';
import { addressInPropertyList } from './property-list.ts';

/** Reads a file that is nothing but a link: an article without text, which can be fetched one day. */
export function parseLink(bytes: Uint8Array, text: string, name: string): ParsedArticle | Refusal {
  const { address, title } = statedInLink(bytes, text);
  const url = webAddress(address);
  if (url === null) return NO_PAGE;
  return {
    ...NOTHING_STATED,
    title: title ?? nameWithoutExtension(name) ?? url,
    siteName: new URL(url).hostname.replace(/^www\./, ''),
    url,
    body: bodyOfBlocks([]),
    isWithoutText: true,
    note: 'Only the address was kept: the text is not on this computer',
  };
}

const NO_PAGE = refused('not-an-article', 'A shortcut to something that is no web page');

interface Stated {
  readonly address: string | null;
  readonly title: string | null;
}

function statedInLink(bytes: Uint8Array, text: string): Stated {
  if (text === '' || /^\s*</.test(text)) return { address: addressInPropertyList(bytes, text), title: null };
  const shortcut = statedIn(text, 'InternetShortcut');
  if (shortcut.size > 0) return { address: shortcut.get('url') ?? null, title: null };
  const entry = statedIn(text, 'Desktop Entry');
  const isLink = entry.get('type') === 'Link';
  return { address: (isLink && entry.get('url')) || null, title: entry.get('name') ?? null };
}

/** No browser and no server takes a longer one. */
const LONGEST_ADDRESS = 32_000;

function webAddress(stated: string | null): string | null {
  if (stated !== null && stated.length > LONGEST_ADDRESS) return null;
  const url = URL.parse((stated ?? '').trim());
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  // Nobody's name and password are kept.
  url.username = '';
  url.password = '';
  return url.href;
}
