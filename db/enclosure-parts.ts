/** Files that come with articles are kept in parts of this length; the last may be shorter. */
export const ENCLOSURE_PART_BYTES = 1024 * 1024;
