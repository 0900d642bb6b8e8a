import type { LedgerEntry, RequestReason } from '../../../contract/ledger.ts';

const REASONS: Readonly<Record<RequestReason, string>> = {
  feed: 'A feed’s turn',
  discovery: 'You looked for feeds',
  preview: 'You looked at a feed',
  icon: 'A feed’s icon',
  page: 'An article’s page',
  picture: 'A picture',
  robots: 'What the site allows',
  enclosure: 'Audio or a file',
};

/** What a request was made for. */
export const reasonWords = (why: RequestReason): string => REASONS[why];

/** How a request ended, in few words. */
export function outcomeWords({
  outcome,
  status,
  message,
}: Pick<LedgerEntry, 'outcome' | 'status' | 'message'>): string {
  switch (outcome) {
    case null:
      return 'Under way';
    case 'ok':
      return 'Came';
    case 'not-modified':
      return 'Nothing new';
    case 'redirect':
      return 'Sent elsewhere';
    default:
      return message ?? (status === null ? 'No answer' : `Refused (${status})`);
  }
}

/** Whether a request brought what was asked for. */
export const isWell = ({ outcome }: Pick<LedgerEntry, 'outcome'>): boolean =>
  outcome === null || outcome === 'ok' || outcome === 'not-modified' || outcome === 'redirect';
