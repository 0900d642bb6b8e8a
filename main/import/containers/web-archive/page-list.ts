import { webAddress } from './address.ts';

/** A page as the list of an archive names it. */
export interface ListedPage {
  readonly url: URL;
  readonly title: string | null;
}

/** A line may bring the text of its page along. */
const MAX_LINE_CHARACTERS = 16 * 1024 * 1024;
const MAX_PAGES = 500_000;

/** Reads a list of pages, a JSON object a line; lines that are none are passed over. */
export async function* listedPages(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<ListedPage> {
  let count = 0;
  for await (const line of linesOf(pieces)) {
    const page = listedPage(line);
    if (page && ++count > MAX_PAGES) return;
    if (page) yield page;
  }
}

function listedPage(line: string): ListedPage | null {
  try {
    const { url, title }: { readonly url?: unknown; readonly title?: unknown } = JSON.parse(line) ?? {};
    const address = typeof url === 'string' ? webAddress(url) : null;
    // Crawlers put the address where there was no title.
    return address && { url: address, title: typeof title === 'string' && title !== url ? title : null };
  } catch {
    return null;
  }
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    const [first = '', ...rest] = decoder.decode(piece, { stream: true }).split('\n');
    length += first.length;
    if (length <= MAX_LINE_CHARACTERS) parts.push(first);
    for (const next of rest) {
      if (length <= MAX_LINE_CHARACTERS) yield parts.join('');
      parts = [next];
      length = next.length;
    }
  }
  if (length <= MAX_LINE_CHARACTERS) yield parts.join('');
}
