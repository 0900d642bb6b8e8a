/** A date as a line writes it; what it does not say is null. */
export interface WrittenDate {
  /** Where it stands in the line, in UTF-16 units: weekday, time and zone included when they belong to it. */
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly hour: number | null;
  readonly minute: number | null;
  readonly second: number | null;
  /** `+02:00` or `Z`. */
  readonly zone: string | null;
}

/** Whether 03/04/2019 begins with its day or its month. */
export type NumericOrder = 'dmy' | 'mdy';

export interface DateOptions {
  /** Null when undecided: then a value over 12 decides, else a language that has one habit. */
  readonly order: NumericOrder | null;
  /** BCP 47 primary language of the text. */
  readonly language: string | null;
}

/** A day of the calendar as far as it is written, between two tokens. */
export interface DayPart {
  readonly from: number;
  /** The token after it. */
  readonly to: number;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** A time of day between two tokens. */
export interface TimePart {
  readonly from: number;
  readonly to: number;
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
  readonly zone: ZonePart | null;
}

/** A zone as written: minutes east of Greenwich, or the rule by which a region changes its clocks. */
export interface ZonePart {
  readonly to: number;
  readonly minutes: number | null;
  readonly region: Region | null;
}

export interface Region {
  /** Minutes east of Greenwich in winter. */
  readonly standard: number;
  readonly rule: 'us' | 'eu' | 'il';
}
