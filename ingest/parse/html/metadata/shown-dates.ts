import type { StatedDate } from '../../../../contract/model.ts';
import { type DateOptions, statedDate, toStatedDate, writtenDates } from '../../text/dates/index.ts';
import { labelAfter, labelBefore } from '../../text/dates/labels.ts';
import { endsSentence } from '../../text/shapes.ts';
import type { PageElement } from '../dom.ts';
import { marksOf, type ShownLine } from './shown-lines.ts';

/** A line that holds little more than a date. */
const SHORT = 80;
const DAY = 24 * 3_600_000;

interface Dates {
  readonly published: StatedDate | null;
  readonly modified: StatedDate | null;
}

/** When lines of the page say that the article was published and changed. */
export function datesOn(lines: readonly ShownLine[], options: DateOptions, isNear: boolean): Dates {
  let published: StatedDate | null = null;
  let modified: StatedDate | null = null;
  let bare: StatedDate | null = null;
  for (const { text, block, isDates } of lines) {
    const time = block.localName === 'time' ? block : block.querySelector('time[datetime]');
    const machine = statedDate(time?.getAttribute('datetime') ?? null);
    for (const date of writtenDates(text, orderOn(text, options))) {
      const written = toStatedDate(date, null);
      if (!written || written.precision === 'year' || written.precision === 'month') continue;
      const label = endsSentence(text)
        ? null
        : (labelBefore(text.slice(0, date.start)) ?? labelAfter(text.slice(date.end)));
      const exact = machine && daysBetween(machine, written) === 0 ? machine : written;
      if (label?.kind === 'updated') modified ??= exact;
      else if (label?.kind === 'published') published ??= exact;
      else if ((isStatement(text, date.end - date.start) || isAtHead(block, date.start)) && (isNear || isDates))
        bare ??= exact;
    }
    if (machine && (isNear || isDates) && !/updat|modif/i.test(marksOf(time ?? block))) bare ??= machine;
  }
  return { published: published ?? bare, modified };
}

/** Numbers with dots between them begin with the day, whatever the language. */
const orderOn = (text: string, options: DateOptions): DateOptions =>
  options.order === null && /\b\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\b/.test(text) ? { ...options, order: 'dmy' } : options;

/** How many days lie between the days that two dates name, each by its own clock. */
export const daysBetween = (one: StatedDate, other: StatedDate): number => Math.abs(dayOf(one) - dayOf(other));

function dayOf({ at, zone }: StatedDate): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? '') ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -60_000 : 60_000);
  return Math.floor((at + offset) / DAY);
}

/** A headline may begin with its day. */
const isAtHead = (block: PageElement, start: number): boolean => start === 0 && /^h[1-3]$/.test(block.localName);

/** Whether a line is there for its date, and is no sentence that names one. */
const isStatement = (text: string, dateLength: number): boolean =>
  dateLength >= text.length * 0.4 || (text.length <= SHORT && !/[.!?…]["”»]?$/.test(text));
