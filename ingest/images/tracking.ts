/** What the last step of an address is called where it is a picture of nothing, by the names such things have everywhere. */
const OF_NOTHING =
  /^(?:(?:web|tracking|track|counting|count|view|stat|clear|blank|trans|transparent)?[_-]?(?:pixel|beacon|spacer|1x1|0x0)|blank|clear)(?:[_-]?\d{0,4})?(?:\.(?:gif|png|php|aspx?|ashx|jsp|cgi))?$/i;
/** And where it does something instead. */
const COUNTS =
  /^(?:web[_-]?bug|open(?:ed)?|impression|hit|counter|count|track(?:er|ing)?|collect|page_?view)(?:\.(?:gif|php|aspx?|ashx|jsp|cgi))?$/i;

/** Whether an address is one by which somebody is counted, and no picture to be seen. */
export function isTracking(address: string): boolean {
  const url = URL.parse(address, 'http://host.invalid');
  const last = url?.pathname.split('/').findLast((part) => part !== '') ?? '';
  return OF_NOTHING.test(last) || COUNTS.test(last);
}

/** Nothing that is meant to be seen is so thin. */
const THIN = 2;

/** Whether a picture of that size, as stated, is not meant to be seen. */
export const isUnseen = (width: number | null, height: number | null): boolean =>
  (width !== null && width <= THIN) || (height !== null && height <= THIN);
