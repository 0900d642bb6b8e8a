import { Names } from './names.ts';
import type { Token } from './tokens.ts';

const eras = new Names<number>();
for (const [name, before] of [
  ['令 和', 2018],
  ['平 成', 1988],
  ['昭 和', 1925],
  ['大 正', 1911],
  ['明 治', 1867],
  ['民 國', 1911],
  ['民 国', 1911],
] as const)
  eras.add(name, before);

/** An era's name at a token: the year before its first, and the token after it. */
export const eraAt = (tokens: readonly Token[], at: number) => eras.at(tokens, at);
