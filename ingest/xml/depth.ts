import { Parser } from 'htmlparser2';

const PART = 16_384;

/** Whether elements of a text in XML, or HTML, lie within one another deeper than this. Linear, whatever the text: for readers that are not. */
export function isDeeperThan(text: string, limit: number, { isHtml = false } = {}): boolean {
  let depth = 0;
  let deepest = 0;
  const parser = new Parser(
    {
      onopentagname() {
        depth++;
        deepest = Math.max(deepest, depth);
      },
      onclosetag() {
        depth--;
      },
    },
    { xmlMode: !isHtml, decodeEntities: false },
  );
  // The parser itself takes the longer for each element the deeper it is: it is not given more than it takes to tell.
  for (let at = 0; at < text.length && deepest <= limit; at += PART) parser.write(text.slice(at, at + PART));
  return deepest > limit;
}
