const HIDES =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:opacity|max-height)\s*:\s*0(?:\.0+)?(?:px|pt|em|%)?\s*(?:!important\s*)?(?:;|$))/i;
const FONT_SIZE = /(?:^|;)\s*font-size\s*:\s*(\d{0,4}(?:\.\d{1,4})?)\s*(px|pt|r?em|%)?/i;
/** Smaller letters, in pixels, are not meant to be read. */
const UNREADABLE = 2;
const LONGEST_STYLE = 5_000;

type Attributes = Readonly<Record<string, string>>;

const styleOf = ({ style = '' }: Attributes): string => style.slice(0, LONGEST_STYLE);

/** Whether an element is not shown, with all it holds: a text for the list of messages, a second layout for telephones. */
export const isHidden = (attributes: Attributes): boolean => 'hidden' in attributes || HIDES.test(styleOf(attributes));

/** Whether an element sets letters so small that they cannot be seen; null when it says nothing of their size. What it holds may set others. */
export function isUnreadable(attributes: Attributes): boolean | null {
  const [, size, unit = 'px'] = FONT_SIZE.exec(styleOf(attributes)) ?? [];
  if (size === undefined || size === '') return null;
  return Number(size) < (/^p[xt]$/i.test(unit) ? UNREADABLE : Number.EPSILON);
}

/** Whether a picture only tells its sender that it was fetched, or keeps others apart: one of its sides is a pixel. */
export function isPixel(attributes: Attributes): boolean {
  const style = styleOf(attributes);
  return ['width', 'height'].some((side) => {
    const stated = new RegExp(
      `(?:^|;)\\s*${side}\\s*:\\s*(\\d{1,5}(?:\\.\\d+)?)(?:px)?\\s*(?:!important\\s*)?(?:;|$)`,
      'i',
    ).exec(style)?.[1];
    const written = /^\s*(\d{1,5})(?:px)?\s*$/i.exec(attributes[side] ?? '')?.[1];
    return Number(stated ?? written ?? Number.POSITIVE_INFINITY) <= 1;
  });
}
