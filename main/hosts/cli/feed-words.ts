import type { Feed, Subscriptions } from '../../../contract/feeds.ts';
import { CommandError, UsageError } from './command.ts';

/** The feed that a word names: by its number, or by its address. @throws CommandError */
export function feedNamed({ feeds }: Subscriptions, word: string): Feed {
  const found = /^\d+$/.test(word)
    ? feeds.find(({ id }) => id === Number(word))
    : feeds.find(({ url }) => url === word || url === URL.parse(word)?.href);
  if (!found) throw new CommandError(`“${word}” is not subscribed to: feed list tells what is`);
  return found;
}

const FOLDER_CHARACTERS = 200;

/** `News/World` as names; `/` is the outermost. @throws UsageError */
export function folderWords(word: string): readonly string[] {
  const names = word
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (word.trim() === '' || names.some((name) => name.length > FOLDER_CHARACTERS))
    throw new UsageError(`“${word.slice(0, 100)}” names no folder: News/World, or / for none`);
  return names;
}
