import { Parser } from 'htmlparser2';
import { decode } from '../detect/charset.ts';
import type { Size } from './header.ts';
import { SVG_ELEMENTS, svgAttribute, svgStyle } from './svg-allowed.ts';

/** Sanitised: `bytes` do nothing and ask for nothing. */
interface Svg {
  readonly size: Size;
  readonly bytes: Uint8Array;
}

const LOOKED_AT = 4_096;
const MAX_DEPTH = 256;
/** What a drawing without any size is given by browsers. */
const DEFAULT_SIZE: Size = { width: 300, height: 150 };

/** Whether bytes begin as a drawing, whatever stands before its first element. */
export function looksLikeSvg(bytes: Uint8Array): boolean {
  const { text } = decode(bytes.subarray(0, LOOKED_AT), null);
  return /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE\s+svg[^[>]*(?:\[[^\]]*\]\s*)?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/i.test(
    text,
  );
}

/** Writes a drawing again with only what draws. @returns null for what is no drawing */
export function readSvg(bytes: Uint8Array): Svg | null {
  const written: string[] = [];
  let size: Size | null = null;
  let depth = 0;
  /** How deep inside something that is left out. */
  let leftOut = 0;
  let style: string | null = null;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const isRoot = depth === 0;
        depth++;
        const isKept = isRoot ? name === 'svg' && size === null : SVG_ELEMENTS.has(name) && depth <= MAX_DEPTH;
        if (leftOut > 0 || style !== null || !(isKept || name === 'style')) {
          leftOut++;
        } else if (name === 'style') {
          style = '';
        } else {
          if (isRoot) size = sizeOf(attributes);
          const kept = Object.entries(attributes).flatMap(([key, value]) => svgAttribute(name, key, value) ?? []);
          written.push(`<${[name, ...(isRoot ? NAMESPACES : []), ...kept].join(' ')}>`);
        }
      },
      onclosetag(name) {
        depth--;
        if (leftOut > 0) {
          leftOut--;
        } else if (style !== null) {
          written.push(svgStyle(style) ?? '');
          style = null;
        } else {
          written.push(`</${name}>`);
        }
      },
      ontext(text) {
        if (leftOut > 0 || depth === 0) return;
        if (style === null) written.push(text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`));
        else style += text;
      },
    },
    { xmlMode: true },
  );
  parser.end(decode(bytes, null).text);
  return size && { size, bytes: new TextEncoder().encode(written.join('')) };
}

const NAMESPACES = ['xmlns="http://www.w3.org/2000/svg"', 'xmlns:xlink="http://www.w3.org/1999/xlink"'];

/** In pixels: as stated, else as its view box says. */
function sizeOf({ width, height, viewbox, viewBox = viewbox }: Readonly<Record<string, string>>): Size {
  const [, , boxWidth = Number.NaN, boxHeight = Number.NaN] = (viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const box = boxWidth > 0 && boxHeight > 0 ? { width: boxWidth, height: boxHeight } : null;
  const [wide, high] = [pixels(width), pixels(height)];
  const ratio = box ? box.width / box.height : DEFAULT_SIZE.width / DEFAULT_SIZE.height;
  if (wide !== null) return { width: rounded(wide), height: rounded(high ?? wide / ratio) };
  if (high !== null) return { width: rounded(high * ratio), height: rounded(high) };
  return box ? { width: rounded(box.width), height: rounded(box.height) } : DEFAULT_SIZE;
}

const rounded = (length: number): number => Math.max(1, Math.round(length));

const PIXELS_PER: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
};

/** A length as drawings state it, in pixels; null for none, and for shares of what is around it. */
export function pixels(length: string | undefined): number | null {
  const [, amount, unit = ''] = /^\s*(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(length ?? '') ?? [];
  const scale = PIXELS_PER[unit.toLowerCase()];
  return amount === undefined || scale === undefined || Number(amount) === 0 ? null : Number(amount) * scale;
}
