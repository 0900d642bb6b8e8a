import type { Handlers } from '../../contract/methods.ts';
import { createDiscovery } from './discover.ts';

/** What of the contract looks before anybody subscribes. */
type DiscoveryCalls = Pick<Handlers, 'feeds.look' | 'feeds.preview' | 'feeds.pick'>;

/** A look ends when the network does. */
export function discoveryCalls(deps: Parameters<typeof createDiscovery>[0]): DiscoveryCalls {
  const discovery = createDiscovery(deps);
  const { signal } = new AbortController();
  return {
    'feeds.look': ({ address, allowPrivate }) => discovery.look(address, { allowPrivate, signal }),
    'feeds.preview': ({ url, allowPrivate }) => discovery.preview(url, { allowPrivate, signal }),
    'feeds.pick': ({ url, allowPrivate }) => discovery.pick(url, { allowPrivate, signal }),
  };
}
