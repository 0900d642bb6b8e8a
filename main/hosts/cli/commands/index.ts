import type { Command } from '../command.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import { enclosure } from './enclosure.ts';
import { exportArticles } from './export.ts';
import { feed } from './feed.ts';
import { importFiles } from './import.ts';
import { imports } from './imports.ts';
import { inspect } from './inspect.ts';
import { ledger } from './ledger.ts';
import { list } from './list.ts';
import { offline } from './offline.ts';
import { reread } from './reread.ts';
import { restore } from './restore.ts';
import { save } from './save.ts';
import { search } from './search.ts';
import { serve } from './serve.ts';
import { show } from './show.ts';
import { space } from './space.ts';
import { sync } from './sync.ts';
import { tag } from './tag.ts';
import { trip } from './trip.ts';
import { watch } from './watch.ts';

/** All commands, in the order help shows them. */
export const commands: readonly Command[] = [
  importFiles,
  save,
  enclosure,
  imports,
  watch,
  list,
  show,
  search,
  tag,
  exportArticles,
  feed,
  sync,
  trip,
  space,
  ledger,
  offline,
  inspect,
  reread,
  serve,
  check,
  backup,
  restore,
];
