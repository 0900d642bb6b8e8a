import { ar } from './ar.ts';
import { bn } from './bn.ts';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fi } from './fi.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { hi } from './hi.ts';
import { hu } from './hu.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nl } from './nl.ts';
import { no } from './no.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { sv } from './sv.ts';
import { th } from './th.ts';
import { tr } from './tr.ts';
import type { LanguageWords } from './types.ts';
import { uk } from './uk.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

/** The words of each language by its BCP 47 code. */
export const languages = {
  en,
  de,
  fr,
  es,
  it,
  nl,
  pt,
  ru,
  uk,
  pl,
  cs,
  sv,
  da,
  no,
  fi,
  tr,
  el,
  ar,
  fa,
  he,
  hi,
  zh,
  ja,
  ko,
  vi,
  id,
  ro,
  hu,
  th,
  bn,
} as const satisfies Readonly<Record<string, LanguageWords>>;

export type LanguageCode = keyof typeof languages;
