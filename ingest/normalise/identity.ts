import { hash as digest } from 'node:crypto';
import type { ArticleDraft } from '../../contract/model.ts';
import type { Identity } from '../types.ts';

/** Parameters that say how a reader came, not what is read. */
const TRACKING =
  /^(utm_|mtm_|pk_|hsa_|ga_|_ga)|^(fbclid|gclid|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|cmpid|ocid|ref|ref_src|wt_mc|spm|share|smid|source)$/i;

const hash = (content: string | Uint8Array): string => digest('sha256', content, 'hex');

/** Who an article says it is. */
interface StatedIdentity {
  /** As an export states it. */
  readonly uid: string | null;
  readonly guid: string | null;
  /** Several articles stand at its address: it says nothing of who this one is. */
  readonly isAddressShared?: boolean;
}

/** Who an article is. */
export function identify(draft: Pick<ArticleDraft, 'url'>, bytes: Uint8Array, stated: StatedIdentity): Identity {
  const originalHash = hash(bytes);
  const canonicalUrl = stated.isAddressShared ? null : canonical(draft.url);
  const named = stated.guid === null ? canonicalUrl : `guid:${stated.guid}`;
  return { uid: stated.uid ?? (named === null ? originalHash : hash(named)), canonicalUrl, originalHash };
}

/** The one spelling of an address, by whatever protocol it is reached; null when it names no article: no path, or not of the web. */
export function canonical(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const path = url.pathname.replace(/\/+$/, '');
  for (const key of [...url.searchParams.keys()]) if (TRACKING.test(key)) url.searchParams.delete(key);
  if (path === '') return null;
  url.searchParams.sort();
  const query = url.searchParams.toString();
  return `https://${url.host}${path}${query === '' ? '' : `?${query}`}`;
}
