const grouped = new Intl.NumberFormat('en-GB');

/** A count with its digits grouped. */
export const formatCount = (count: number): string => grouped.format(count);

/** A count with its noun: `1 article`, `3,240 articles`. */
export const countOf = (count: number, noun: string): string =>
  `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size as people say it: `70 MB`, `1.4 GB`. */
export function formatSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < UNITS.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}

/** How long something takes or took: `under a second`, `40 s`, `3 min`. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return 'under a second';
  if (ms < 90_000) return `${Math.round(ms / 1_000)} s`;
  if (ms < 90 * 60_000) return `${Math.round(ms / 60_000)} min`;
  return `${Math.round(ms / 3_600_000)} h`;
}
