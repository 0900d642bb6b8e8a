import type { FeedLook, FeedPick, FeedPreview } from '../../../../contract/feed-look.ts';
import { frequencyWords } from '../../../../contract/frequency.ts';
import { type Context, EXIT, RefusedError, UsageError } from '../command.ts';
import { iso } from '../views.ts';
import { parseWords } from '../words.ts';
import { SAY_YES } from './feed-add.ts';

export const LOOK_HELP = `feed look ADDRESS [--allow-private] prints {candidates: [{url, title, kind}], preview, problem}: the feeds behind an address of any kind, and the first of
them as it would come in. feed pick ADDRESS [--allow-private] prints {url, title, proposals: [{rule, itemCount, samples}], problem}: the lists on a page that has no
feed. Both go to the network and store nothing. --allow-private says yes to an address on your own network.`;

/** `feed look` and `feed pick`: what is behind an address. An address is a line of text too: its words need no quotes. */
export async function lookAt(
  word: 'look' | 'pick',
  { isJson, client, out }: Context,
  args: readonly string[],
): Promise<number> {
  const { positionals, values } = parseWords(args, { 'allow-private': { type: 'boolean' } });
  const address = positionals.join(' ').trim();
  if (address === '') throw new UsageError(`feed ${word} is followed by an address`);
  const { call } = await client();
  const allowPrivate = values['allow-private'] ?? false;
  const found =
    word === 'look'
      ? await call('feeds.look', { address, allowPrivate })
      : await call('feeds.pick', { url: address, allowPrivate });
  if (isJson) out(JSON.stringify(found, withDates));
  else for (const line of 'candidates' in found ? lookLines(found) : pickLines(found)) out(line);
  if (found.problem === null) return EXIT.ok;
  if (isJson) return EXIT.someFailed;
  const isPrivate = found.problem.code === 'private-address' && !allowPrivate;
  throw new RefusedError(isPrivate ? `${found.problem.message} ${SAY_YES}` : found.problem.message);
}

const withDates = (key: string, value: unknown): unknown =>
  key === 'at' && typeof value === 'number' ? iso(value) : value;

const lookLines = ({ candidates, preview }: FeedLook): readonly string[] => [
  ...candidates.map(({ url, title, kind }) =>
    [url, title, kind === 'comments' ? '(comments)' : null].filter(Boolean).join('  '),
  ),
  ...(preview ? ['', ...previewLines(preview)] : []),
];

const CONTENT = { full: 'whole texts', summaries: 'summaries only', titles: 'titles only' } as const;

function previewLines(preview: FeedPreview): readonly string[] {
  const { title, description, siteUrl, language, entryCount, entriesPerWeek, content, hasPictures, hasAudio } = preview;
  const facts = [
    `${entryCount} ${entryCount === 1 ? 'entry' : 'entries'}`,
    entriesPerWeek === null ? null : frequencyWords(entriesPerWeek),
    content && CONTENT[content],
    hasPictures ? 'pictures' : null,
    hasAudio ? 'audio' : null,
    language,
  ];
  return [
    [title, siteUrl].filter(Boolean).join('  '),
    ...(description ? [description] : []),
    facts.filter(Boolean).join(', '),
    ...preview.entries.map(itemLine),
  ];
}

const itemLine = ({ title, published }: Pick<FeedPreview['entries'][number], 'title' | 'published'>): string =>
  `  ${published ? iso(published.at).slice(0, 10) : '          '}  ${title}`;

const pickLines = ({ proposals }: FeedPick): readonly string[] =>
  proposals.flatMap(({ rule, itemCount, samples }) => [`${itemCount} × ${rule.item}`, ...samples.map(itemLine)]);
