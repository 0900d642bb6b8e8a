const NONE: readonly string[] = [];

/**
 * What the body of an article may consist of, each element with the attributes it may carry. Ingest writes no other, and the window shows no other.
 * A picture is named in `data-src`, where no browser looks for it; `src` is given to it only when its bytes are here.
 */
export const bodyElements: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    (
      'p h1 h2 h3 h4 h5 h6 ul li dl dt dd blockquote pre hr br figure figcaption table caption thead tbody tfoot tr ' +
      'em strong b i u s del ins sub sup small code kbd samp var cite q mark ruby rt rp bdi span div'
    )
      .split(' ')
      .map((name) => [name, NONE]),
  ),
  a: ['href', 'rel', 'title'],
  ol: ['start', 'reversed', 'type'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  time: ['datetime'],
  abbr: ['title'],
  bdo: NONE,
  img: ['data-src', 'alt', 'width', 'height'],
};

/** Attributes any of them may carry. */
export const bodyAttributes: readonly string[] = ['dir', 'lang'];
