/** Around the first second of 1970 lies what a program writes that knows no date. */
const NO_DATE_MS = 86_400_000;

/**
 * By which date lists have an article: the one it states, or else when it came. One that lies ahead would hold the top of every list, and one that only
 * says that there is none its end: both stand where the article came.
 * @param published, added SQL; `@now` is bound beside them
 */
export const datedAt = (published: string, added: string): string =>
  `iif(${published} > max(@now, ${added}) OR abs(${published}) < ${NO_DATE_MS}, ${added}, coalesce(${published}, ${added}))`;
