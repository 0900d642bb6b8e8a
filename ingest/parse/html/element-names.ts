/** Elements whose content no reader of a page sees. */
export const UNSEEN: readonly string[] =
  'script style noscript template svg math iframe object select textarea button audio video canvas'.split(' ');

/** Elements that stand in a line and do not end it. */
export const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q ruby rb rp rt s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
