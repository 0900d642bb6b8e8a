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

/** The namespace of formulas. */
export const MATHML = 'http://www.w3.org/1998/Math/MathML';

/**
 * What a formula in a body may consist of, in the same way; all of it in the namespace of MathML, and only what draws: nothing that links, acts or says the
 * formula again in another kind of markup.
 * Source: MathML Core, W3C.
 */
export const formulaElements: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    ...Object.fromEntries(
      'mrow mi mn ms mtext msqrt mroot mstyle merror mphantom msub msup msubsup mmultiscripts mprescripts none mtable mtr semantics'
        .split(' ')
        .map((name) => [name, NONE]),
    ),
    math: ['display', 'alttext'],
    mo: 'form fence separator lspace rspace stretchy symmetric maxsize minsize largeop movablelimits'.split(' '),
    mfrac: ['linethickness'],
    mspace: ['width', 'height', 'depth'],
    mpadded: ['width', 'height', 'depth', 'lspace', 'voffset'],
    munder: ['accentunder'],
    mover: ['accent'],
    munderover: ['accent', 'accentunder'],
    mtd: ['columnspan', 'rowspan'],
  }).map(([name, attributes]) => [name, [...attributes, 'mathvariant', 'displaystyle', 'scriptlevel']]),
);
