import { greatest, least } from './extremes.ts';
import { type Line, linesOf, type Segment } from './lines.ts';

/** Lines that stand one below the other. */
export interface Column {
  readonly lines: readonly Line[];
  readonly left: number;
  readonly right: number;
}

/** Fewer lines make no column. */
const FEWEST = 3;
/** Shorter lines are cells of a table, numbers of a list, names of speakers. */
const LETTERS = 14;
const BIN = 2;
const DEEPEST = 8;
/** A page of more is a table or a map. */
const MOST = 4_000;
/** Share of a page's segments that may cross a gutter beside others: a word that runs over, no column. */
const FEW = 0.05;

/** The columns of a page in the order they are read. What spans several stands before or between them. */
export function columnsOf(segments: readonly Segment[], isRtl: boolean, depth = 0): readonly Column[] {
  if (segments.length === 0) return [];
  const gutter = depth < DEEPEST ? bestGutter(segments) : null;
  if (gutter === null) return [columnOf(segments)];
  const columns: Column[] = [];
  let across: Segment[] = [];
  let sides: [Segment[], Segment[]] = [[], []];
  const flush = () => {
    const [left, right] = sides;
    for (const side of isRtl ? [right, left] : [left, right]) columns.push(...columnsOf(side, isRtl, depth + 1));
    sides = [[], []];
  };
  for (const segment of segments.toSorted((a, b) => a.baseline - b.baseline)) {
    const side = sideOf(segment, gutter);
    if (side === null) {
      if (sides.some(({ length }) => length > 0)) flush();
      across.push(segment);
    } else {
      if (across.length > 0) columns.push(...columnsOf(across, isRtl, depth + 1));
      across = [];
      sides[side].push(segment);
    }
  }
  flush();
  if (across.length > 0) columns.push(...columnsOf(across, isRtl, depth + 1));
  return columns;
}

function columnOf(segments: readonly Segment[]): Column {
  const lines = linesOf(segments);
  return { lines, left: least(lines.map(({ left }) => left)), right: edge(lines.map(({ right }) => right)) };
}

/** Where lines end, but for a few that run over. */
const edge = (rights: readonly number[]): number =>
  rights.toSorted((a, b) => a - b)[Math.floor((rights.length - 1) * 0.95)] ?? 0;

const sideOf = ({ left, right }: Segment, gutter: number): 0 | 1 | null =>
  right <= gutter + 1 ? 0 : left >= gutter - 1 ? 1 : null;

/** Where a page falls into two, null where it does not: next to nothing crosses, and lines of words stand on both sides. */
function bestGutter(segments: readonly Segment[]): number | null {
  let best: { readonly at: number; readonly score: number } | null = null;
  if (segments.length > MOST) return null;
  const beside = besideOthers(segments);
  for (const at of quietPlaces(segments)) {
    const score = scoreOf(segments, beside, at);
    if (score > (best?.score ?? 0)) best = { at, score };
  }
  return best?.at ?? null;
}

/** Middles of the strips that fewer segments cross than those beside them. */
function quietPlaces(segments: readonly Segment[]): readonly number[] {
  const start = least(segments.map(({ left }) => left));
  const end = greatest(segments.map(({ right }) => right));
  const bins = Math.min(2_000, Math.ceil((end - start) / BIN));
  const changes = new Int32Array(bins + 2);
  const binOf = (x: number) => Math.max(0, Math.min(bins, Math.round((x - start) / BIN)));
  for (const { left, right } of segments) {
    changes[binOf(left)] = (changes[binOf(left)] ?? 0) + 1;
    changes[binOf(right)] = (changes[binOf(right)] ?? 0) - 1;
  }
  const places: number[] = [];
  let crossing = 0;
  let low = { from: 0, crossing: 0, isFalling: false };
  for (let bin = 0; bin <= bins; bin++) {
    const change = changes[bin] ?? 0;
    if (change === 0) continue;
    const next = crossing + change;
    if (next > crossing && low.isFalling) places.push(start + ((low.from + bin) / 2) * BIN);
    crossing = next;
    low = { from: bin, crossing, isFalling: change < 0 };
  }
  return places;
}

/** Those that have others at their height: a line across a page stands alone. */
function besideOthers(segments: readonly Segment[]): ReadonlySet<Segment> {
  const found = new Set<Segment>();
  const ordered = segments.toSorted((a, b) => a.baseline - b.baseline);
  for (const [at, segment] of ordered.entries())
    for (let next = at + 1; next < ordered.length; next++) {
      const other = ordered[next] as Segment;
      if (other.baseline - segment.baseline > 0.5 * Math.min(segment.size, other.size)) break;
      found.add(segment).add(other);
    }
  return found;
}

function scoreOf(segments: readonly Segment[], beside: ReadonlySet<Segment>, at: number): number {
  const sides: [Segment[], Segment[]] = [[], []];
  let crossing = 0;
  for (const segment of segments) {
    const side = sideOf(segment, at);
    if (side !== null) sides[side].push(segment);
    else if (beside.has(segment)) crossing++;
  }
  const [left, right] = sides;
  if (left.length < FEWEST || right.length < FEWEST || crossing > segments.length * FEW) return 0;
  if (!isOfWords(left) || !isOfWords(right) || !areLevel(left, right)) return 0;
  const [most, least] = [lettersOf(left), lettersOf(right)].toSorted((a, b) => b - a) as [number, number];
  return least + most / 100;
}

/** Wide characters count twice. */
const lettersOf = (side: readonly Segment[]): number =>
  side.reduce(
    (sum, { text }) => sum + text.length + (text.match(/[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]/g)?.length ?? 0),
    0,
  );

/** Lines of words that begin, or end, one below the other. */
function isOfWords(side: readonly Segment[]): boolean {
  return lettersOf(side) / side.length >= LETTERS && (areAligned(side, 'left') || areAligned(side, 'right'));
}

function areAligned(side: readonly Segment[], at: 'left' | 'right'): boolean {
  const places = new Map<number, number>();
  for (const segment of side) {
    const place = Math.round(segment[at] / 4);
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  const most = Math.max(...places.values());
  return most >= FEWEST && most >= side.length * 0.25;
}

/** Whether they stand beside one another. */
function areLevel(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [a, b] = [extent(left), extent(right)];
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared > 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top);
}

const extent = (side: readonly Segment[]) => ({
  top: least(side.map(({ baseline }) => baseline)),
  bottom: greatest(side.map(({ baseline }) => baseline)),
});
