import type { ArticleDetail } from '../../../contract/model.ts';
import type { ArticleFetch } from '../../../contract/pages.ts';

/** What can be fetched for the open article, in words, and what the button that does it says; null where there is nothing to say. */
export interface FetchOffer {
  readonly words: string | null;
  /** Null while it is on its way. */
  readonly action: string | null;
}

/** Its page, where only the address is here or something became of asking for it. */
export function pageOffer({ offline, url, page }: Pick<ArticleDetail, 'offline' | 'url' | 'page'>): FetchOffer | null {
  if (url === null) return null;
  if (page === null) return offline === 'address' ? { words: null, action: 'Fetch the text' } : null;
  switch (page.state) {
    case 'waiting':
      return { words: waitingWords('The page', page), action: page.error === null ? null : 'Try now' };
    case 'refused':
      return { words: `The page could not be fetched. ${sentence(page.error?.message ?? '')}`, action: 'Try again' };
    case 'fetched':
      return page.error === null ? null : { words: sentence(page.error.message), action: null };
  }
}

/** Pictures of the web that are not on this computer. */
export function pictureOffer({ images, pictures }: Pick<ArticleDetail, 'images' | 'pictures'>): FetchOffer | null {
  const lacking = images.filter(({ src, address }) => src === null && /^https?:/i.test(address)).length;
  if (lacking === 0) return null;
  const action = lacking === 1 ? 'Fetch the picture' : 'Fetch pictures';
  if (pictures === null) return { words: null, action };
  if (pictures.state === 'waiting')
    return { words: waitingWords('What is missing', pictures), action: pictures.error === null ? null : 'Try now' };
  return { words: pictures.error && sentence(pictures.error.message), action: 'Try again' };
}

const waitingWords = (what: string, { error }: ArticleFetch): string =>
  error === null
    ? `${what} is fetched as soon as its turn comes and there is a network.`
    : `${what} is tried again later. ${sentence(error.message)}`;

const sentence = (words: string): string => (words === '' || /[.!?…]$/.test(words) ? words : `${words}.`);
