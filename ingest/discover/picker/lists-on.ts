import type { FeedPick } from '../../../contract/feed-look.ts';
import { decode } from '../../detect/charset.ts';
import type { Answer } from '../index.ts';
import { pickedPage, titleOfPage } from './page.ts';
import { proposalsOn } from './proposals.ts';

/** The lists of a page that was fetched. */
export function listsOn({ bytes, mediaType, url }: Answer): Pick<FeedPick, 'title' | 'proposals'> {
  const page = pickedPage(decode(bytes, mediaType, true).text, url);
  return page ? { title: titleOfPage(page), proposals: proposalsOn(page) } : { title: null, proposals: [] };
}
