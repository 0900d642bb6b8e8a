const [SPACE, DOUBLE, SINGLE, SLASH, EQUALS, END] = [...' "\'/=>'].map((sign) => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
];

interface TagEnd {
  /** Of its last sign; -1 when it has none. */
  readonly at: number;
  readonly attributes: number;
  /** Where the attribute after the first `most` begins. */
  readonly cut: number;
}

/** Finds where tags end: not at a sign that is quoted. Linear over a page, also when quotation marks never close. */
export function tagEnds(html: string, most: number): (start: number) => TagEnd {
  const missing = new Set<number>();

  const closing = (quote: number, from: number): number => {
    if (missing.has(quote)) return -1;
    const at = html.indexOf(String.fromCharCode(quote), from);
    if (at < 0) missing.add(quote);
    return at;
  };

  return (start) => {
    let attributes = 0;
    let cut = -1;
    let before = SPACE;
    for (let at = start; at < html.length; at++) {
      const code = html.charCodeAt(at);
      if (code === END) return { at, attributes, cut };
      if ((code === DOUBLE || code === SINGLE) && before === EQUALS) {
        const close = closing(code, at + 1);
        if (close < 0) return { at: html.indexOf('>', at), attributes, cut };
        at = close;
        before = SPACE;
      } else if (code > SPACE && code !== SLASH) {
        if (before === SPACE && code !== EQUALS && ++attributes === most + 1) cut = at;
        before = code;
      } else if (before !== EQUALS) before = SPACE;
    }
    return { at: -1, attributes, cut };
  };
}

/** Finds where what holds no tags ends: a script, a comment. Looks for an end that is nowhere only once. */
export function rawEnds(html: string): (end: string, from: number) => number {
  const missing = new Set<string>();
  return (end, from) => {
    if (missing.has(end)) return -1;
    const at = html.indexOf(end, from);
    if (at < 0) missing.add(end);
    return at;
  };
}
