import { openStore } from './client.ts';
import { workerUrl } from './testing.ts';

/** Gives back what is free in a library, to be killed in the middle: `node space.testing.ts FOLDER` says so of each portion. */
const [folder = ''] = process.argv.slice(2);
const store = await openStore({ folder, workerUrl });
for (let bytes = -1; bytes !== 0; ) {
  ({ bytes } = await store.giveBack());
  await new Promise<void>((said) => process.stdout.write(`${bytes}\n`, () => said()));
}
await store.close();
