import { homepage, version } from '../version.ts';

/** Who we say we are, to everyone the same: no browser, no system, nobody in particular. */
export const userAgent = `Tearsheet/${version}${homepage === null ? '' : ` (+${homepage})`}`;
