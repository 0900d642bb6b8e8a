/** Where bytes beyond ASCII stand, with what stands around them; long stretches of plain ASCII say nothing. */
const LIMIT = 4_096;
const AROUND = 48;

/** The pieces of a file that tell its encoding, lines kept whole where they are short. Linear, and small whatever the file. */
export function sampleBeyondAscii(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let end = 0;
  for (let at = 0; at < bytes.length && size < LIMIT; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const start = Math.max(end, lineStart(bytes, at));
    end = lineEnd(bytes, at);
    pieces.push(bytes.subarray(start, end));
    size += end - start;
    at = end - 1;
  }
  return Buffer.concat(pieces);
}

/** A piece begins at ASCII, so that no character of several bytes is cut. */
function lineStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && at - start < AROUND && bytes[start - 1] !== 0x0a) start--;
  return start;
}

function lineEnd(bytes: Uint8Array, at: number): number {
  let end = at + 1;
  let plain = 0;
  while (end < bytes.length && plain < AROUND && end - at < LIMIT && bytes[end] !== 0x0a) {
    plain = (bytes[end] ?? 0) < 0x80 ? plain + 1 : 0;
    end++;
  }
  return end;
}
