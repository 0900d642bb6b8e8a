import type { Parsed, ParserInput, Payload } from '../../../types.ts';
import { itemNames } from '../item-names.ts';
import { articleOf } from '../story.ts';
import { anpaStory } from './anpa.ts';
import { iptc7901Story, isIptc7901 } from './iptc7901.ts';
import { headingLines, messageOf } from './message.ts';

const SOH = 0x01;
const SYN = 0x16;

/** Reads what came over a wire: IPTC 7901 or ANPA 1312, one transmission or several. */
export function parseWire(input: ParserInput): Parsed {
  const starts = startsIn(input.bytes);
  if (starts.length > 1) return { ok: true, format: 'wire', entries: transmissions(input, starts) };
  const message = messageOf(input.text);
  return articleOf(isIptc7901(message) ? iptc7901Story(message) : anpaStory(message));
}

/** Where transmissions begin, the characters that wake the receiver included. */
function startsIn(bytes: Uint8Array): readonly number[] {
  const starts: number[] = [];
  for (let at = bytes.indexOf(SOH); at >= 0; at = bytes.indexOf(SOH, at + 1)) {
    let start = at;
    while (start > 0 && bytes[start - 1] === SYN) start--;
    starts.push(start);
  }
  return starts;
}

function transmissions({ bytes, mediaType }: ParserInput, starts: readonly number[]): readonly Payload[] {
  const nameOf = itemNames('wire');
  return starts.map((start, nth) => {
    const part = bytes.slice(start, starts[nth + 1] ?? bytes.length);
    const [line = ''] = headingLines(messageOf(new TextDecoder('latin1').decode(part.subarray(0, 400))).heading);
    return { name: nameOf(line.split(/\s+/).slice(0, 2).join(' ') || null), bytes: part, mediaType, url: null };
  });
}
