import { elementAt, elementsIn } from '../../../xml/find.ts';
import type { XmlElement } from '../../../xml/tree.ts';
import type { Look } from '../blocks.ts';

/** What the styles of a document say that matters to its words. */
export interface Styles {
  /** The style a person chose, whatever the program derived from it. */
  nameOf(style: string | undefined): string;
  lookOf(style: string | undefined): Partial<Look>;
  isOrdered(list: string | undefined, level: number): boolean;
}

/** Programs derive few steps from a style. */
const MAX_STEPS = 20;

/** @param roots files that hold styles, those of the text first */
export function stylesOf(roots: readonly XmlElement[]): Styles {
  const holders = roots.flatMap((root) => ['automatic-styles', 'styles'].map((name) => elementAt(root, name)));
  const styles = new Map<string, XmlElement>();
  const lists = new Map<string, XmlElement>();
  for (const style of holders.flatMap((holder) => elementsIn(holder))) {
    const into = style.name === 'list-style' ? lists : styles;
    const name = style.attributes['style:name'];
    if (name !== undefined && !into.has(name)) into.set(name, style);
  }
  const derived = new Set(roots.flatMap((root) => elementsIn(elementAt(root, 'automatic-styles'))));

  return {
    nameOf(style) {
      let name = style ?? '';
      for (let step = 0; step < MAX_STEPS; step++) {
        const found = styles.get(name);
        const parent = found?.attributes['style:parent-style-name'];
        if (!found || !derived.has(found) || parent === undefined) break;
        name = parent;
      }
      return name.replace(/_([0-9a-f]{2})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    },
    lookOf(style) {
      const found = styles.get(style ?? '');
      const says = elementAt(found, 'text-properties')?.attributes ?? {};
      const weight = says['fo:font-weight'] ?? '';
      const position = says['style:text-position'] ?? '';
      const struck = says['style:text-line-through-style'] ?? 'none';
      return {
        ...((weight === 'bold' || Number(weight) >= 600) && { isBold: true }),
        ...(/^(?:italic|oblique)$/.test(says['fo:font-style'] ?? '') && { isItalic: true }),
        ...(struck !== 'none' && { isStruck: true }),
        ...(/^super|^[1-9]/.test(position) && { raised: 'sup' as const }),
        ...(/^sub|^-[1-9]/.test(position) && { raised: 'sub' as const }),
      };
    },
    isOrdered(list, level) {
      const found = elementsIn(lists.get(list ?? '')).find(
        ({ attributes }) => attributes['text:level'] === String(level + 1),
      );
      return found?.name === 'list-level-style-number' && (found.attributes['style:num-format'] ?? '1') !== '';
    },
  };
}
