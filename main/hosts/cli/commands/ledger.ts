import type { LedgerEntry, RequestId } from '../../../../contract/ledger.ts';
import { type Command, type Context, EXIT } from '../command.ts';
import { iso } from '../views.ts';
import { noWords, numberWord, parseWords } from '../words.ts';

const PAGE = 1_000;

/** `ledger`: what was asked of the network. */
export const ledger: Command = {
  help: `Usage: ledger [--limit N] [--totals]

Prints {total, requests: [{id, at, method, url, host, why, feedId, articleId, status, sentBytes, receivedBytes, durationMs, outcome, message}]}; total counts
all that were ever made. why is feed, discovery, preview, icon, page, picture, robots or enclosure. outcome is ok, not-modified, redirect or why it failed;
null while it is under way, and when the program was ended meanwhile.

  --limit N   at most so many (default 50)
  --totals    what all of them came to: {requests, sentBytes, receivedBytes, hosts: [{host, …}], days: [{day, …}]}`,
  async run(context) {
    const { values, positionals } = parseWords(context.args, {
      limit: { type: 'string', default: '50' },
      totals: { type: 'boolean', default: false },
    });
    noWords(positionals);
    const limit = numberWord('--limit', values.limit, [1, 1_000_000]);
    return values.totals ? printTotals(context) : printRequests(context, limit);
  },
};

async function printRequests({ client, isJson, out }: Context, limit: number): Promise<number> {
  const { call } = await client();
  const requests: LedgerEntry[] = [];
  let after: RequestId | null = null;
  do {
    const page: Awaited<ReturnType<typeof call<'ledger.list'>>> = await call('ledger.list', {
      after,
      limit: Math.min(PAGE, limit - requests.length),
    });
    requests.push(...page.requests);
    after = page.next;
  } while (after !== null && requests.length < limit);

  if (isJson) {
    const total = (await call('ledger.totals', null)).requests;
    out(JSON.stringify({ total, requests: requests.map((each) => ({ ...each, at: iso(each.at) })) }));
  } else for (const request of requests) out(lineOf(request));
  return EXIT.ok;
}

const lineOf = ({ at, why, outcome, status, receivedBytes, url }: LedgerEntry): string =>
  `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}  ${why}: ${outcome ?? 'cut off'}${status === null ? '' : ` (${status})`}, ${receivedBytes} bytes  ${url}`;

async function printTotals({ client, isJson, out }: Context): Promise<number> {
  const { hosts, days, ...all } = await (await client()).call('ledger.totals', null);
  if (isJson)
    out(
      JSON.stringify({ ...all, hosts, days: days.map(({ at, ...day }) => ({ day: iso(at)?.slice(0, 10), ...day })) }),
    );
  else
    for (const { host, requests, receivedBytes } of hosts)
      out(`${String(requests).padStart(7)}  ${String(receivedBytes).padStart(12)} bytes  ${host}`);
  return EXIT.ok;
}
