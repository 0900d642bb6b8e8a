/** From three a day on a person counts by the day, below one a week by the month. */
const BY_THE_DAY = 21;
const BY_THE_MONTH = 0.95;
const WEEKS_OF_MONTH = 365.25 / 12 / 7;

/**
 * How often something comes, in the unit a person counts it in: `10 a day`, `3 a week`, `2 a month`.
 * @param shown how a count is written
 */
export function frequencyWords(perWeek: number, shown: (count: number) => string = String): string {
  if (perWeek >= BY_THE_DAY) return `${shown(Math.round(perWeek / 7))} a day`;
  if (perWeek >= BY_THE_MONTH) return `${shown(Math.round(perWeek))} a week`;
  return `${shown(Math.max(1, Math.round(perWeek * WEEKS_OF_MONTH)))} a month`;
}
