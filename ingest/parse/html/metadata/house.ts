import { areNames } from '../../text/byline.ts';

type SiteTest = (name: string) => boolean;

const BETWEEN = /\s+[|•·–—-]\s+/;
const PART = /\s+[|•·–—-]\s+|,\s/;
const DOMAIN = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[a-z]{2,7}$/iu;

/** Whether what is stated as an author is the house: the site, its address, or its name with what it stands for. */
export const isHouse = (name: string, isSite: SiteTest): boolean =>
  isSite(name) || DOMAIN.test(name) || name.split(PART).some(isSite);

/** A name without that of the house before or behind it: `The Post - Ann Lee`. */
export function withoutHouse(name: string, isSite: SiteTest): string {
  const parts = name.split(BETWEEN);
  const own = parts.filter((part) => !isSite(part));
  return own.length === 1 && parts.length > 1 && own[0] !== undefined && areNames(own[0]) ? own[0] : name;
}
