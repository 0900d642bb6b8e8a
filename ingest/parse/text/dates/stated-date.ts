import type { StatedDate } from '../../../../contract/model.ts';

/** Reads a date that a field states. */
export const statedDate = (text: string | null): StatedDate | null => {
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : { at, precision: 'day', zone: null };
};
