import { bodyOfBlocks } from '../../clean/sanitise.ts';
import { detectLanguage } from '../../detect/language.ts';
import { inStep } from '../../in-step.ts';
import type { ParsedArticle } from '../../types.ts';
import { blocksOf } from './body.ts';
import { takeClosingName } from './byline.ts';
import { captionsIn } from './captions.ts';
import { takeDateline } from './dateline.ts';
import { type DateOptions, numericOrder } from './dates/index.ts';
import { factsOf } from './facts.ts';
import { readHead } from './head.ts';
import { markAll } from './kinds.ts';
import { readLines } from './lines.ts';
import { withoutMailHead } from './mail-head.ts';
import type { Marked } from './marked.ts';
import { withNeighbours } from './neighbours.ts';
import { sampleOf } from './sample.ts';
import { authorsAbove, ownerIn, statementsAround } from './statements.ts';
import { storyUnits } from './story.ts';
import { storyEnd } from './tail.ts';
import { fold } from './words/index.ts';
import { joinWrapped } from './wrapping.ts';

/** The order of numeric dates is told by this much of a text. */
const DATES_IN = 50_000;

/** Makes an article out of a text file: what stands around the story is told by shape and place, and set aside. */
export async function parseText(text: string): Promise<ParsedArticle> {
  const { lines, subject } = withoutMailHead(readLines(text));
  await inStep;
  const joined = joinWrapped(lines);
  await inStep;
  const units = withNeighbours(markAll(joined));
  await inStep;
  const language = detectLanguage(sampleOf(units));
  await inStep;
  const options: DateOptions = { language, order: numericOrder(text.slice(0, DATES_IN), language) };
  await inStep;
  const factAt = factsOf(units, options);
  const owner = ownerIn(units);
  await inStep;
  const ownName = owner === null ? null : fold(owner);
  const head = readHead(units, factAt, (folded) => folded === ownName);
  await inStep;
  const end = storyEnd({
    units,
    start: Math.max(head.start, head.end),
    authors: authorsAbove(units, head, factAt),
    language,
  });
  await inStep;
  const captions = captionsIn(units, head.title?.text ?? null, (at) => factAt(at) !== null);
  const closing = takeClosingName(storyUnits({ units, head, end, captions, factAt }));
  await inStep;
  const { dateline, story } = takeDateline(closing.story, {
    units,
    head,
    owner,
    options,
  });
  await inStep;
  const stated = statementsAround({ units, head, end, factAt, dateline, owner, closingName: closing.name });
  const isHeadline = head.title !== null && !story.includes(units[head.title.at] as Marked);
  return {
    title: (isHeadline ? head.title?.text : null) ?? subject,
    byline: stated.byline,
    published: stated.published,
    modified: stated.modified,
    dateline: dateline?.dateline ?? null,
    siteName: head.title?.site ?? owner ?? stated.source,
    description: head.standfirst.map((at) => units[at]?.text ?? '').join(' ') || null,
    url: stated.url,
    language,
    tags: [],
    captions: captions.texts,
    images: [],
    assets: [],
    body: bodyOfBlocks(blocksOf(story)),
  };
}
