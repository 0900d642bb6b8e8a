import type { HeldPictures } from '../images/pictures.ts';
import { fieldOf } from './fields.ts';
import { bytesOf, type Part } from './parts.ts';

/** The pictures of a message, by the ways in which its pages name them: `cid:` and the address they were fetched from. */
export function picturesIn(root: Part): HeldPictures {
  const held = new Map<string, Part>();
  const name = (address: string | null | undefined, part: Part) => {
    if (address && !held.has(address)) held.set(address, part);
  };
  const waiting: Part[] = [root];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    waiting.push(...part.parts);
    if (!mayBePicture(part)) continue;
    const id = fieldOf(part.fields, 'content-id')?.replace(/^<|>$/g, '');
    const location = fieldOf(part.fields, 'content-location')?.replace(/\s+/g, '');
    name(id && `cid:${id}`, part);
    name(location, part);
    name(location && URL.parse(location)?.href, part);
  }
  const decoded = new Map<Part, Uint8Array>();
  return (address) => {
    const part = held.get(nameOf(address));
    if (!part) return null;
    const bytes = decoded.get(part) ?? bytesOf(part);
    decoded.set(part, bytes);
    return bytes;
  };
}

const mayBePicture = ({ type }: Part): boolean => type.startsWith('image/') || type === 'application/octet-stream';

const nameOf = (address: string): string => (/^cid:/i.test(address) ? `cid:${unescaped(address.slice(4))}` : address);

function unescaped(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
