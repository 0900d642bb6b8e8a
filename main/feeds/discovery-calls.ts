import type { Handlers } from '../../contract/methods.ts';
import type { createDiscovery } from './discover.ts';

/** What of the contract looks before anybody subscribes. */
type DiscoveryCalls = Pick<Handlers, 'feeds.look' | 'feeds.preview' | 'feeds.pick'>;

/** A look ends when the network does. What looks is loaded with the first one. */
export function discoveryCalls(deps: Parameters<typeof createDiscovery>[0]): DiscoveryCalls {
  const discovery = async () => (await import('./discover.ts')).createDiscovery(deps);
  const { signal } = new AbortController();
  return {
    'feeds.look': async ({ address, allowPrivate }) => (await discovery()).look(address, { allowPrivate, signal }),
    'feeds.preview': async ({ url, allowPrivate }) => (await discovery()).preview(url, { allowPrivate, signal }),
    'feeds.pick': async ({ url, allowPrivate }) => (await discovery()).pick(url, { allowPrivate, signal }),
  };
}
