const OFFSETS: Readonly<Record<string, string>> = {
  GMT: 'Z',
  UTC: 'Z',
  Z: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

/** The offset of a zone as wires name it; nothing for one that is not known. */
export const offsetOf = (zone: string): string => OFFSETS[zone.toUpperCase()] ?? '';
