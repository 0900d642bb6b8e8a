import type { StatedDate } from '../../../contract/model.ts';
import { statedDate } from '../text/dates/index.ts';

const DATE = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/;

/** `D:20260312091500+01'00'`, as a document states when it was made. */
export function creationDate(stated: unknown): StatedDate | null {
  const [, year, month, day, hour, minute, second = '00', utc, hours, minutes = '00'] =
    DATE.exec(typeof stated === 'string' ? stated.trim() : '') ?? [];
  if (year === undefined || Number(year) < 1980) return null;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  if (hour === undefined || minute === undefined || day === undefined) return statedDate(date);
  const zone = utc ?? (hours === undefined ? '' : `${hours}:${minutes}`);
  return statedDate(`${date}T${hour}:${minute}:${second}${zone}`);
}
