import { useClient } from '../../api/client-context.ts';
import { type AddressRefusal, addressRefusal } from '../../api/errors.ts';
import { useNotices } from '../../state/notices.ts';

/** Keeps a page by its address. @returns why it was not taken; null when it was */
export function useSaving(
  onSaved: () => void,
): (address: string, allowPrivate: boolean) => Promise<AddressRefusal | null> {
  const client = useClient();
  const { show } = useNotices();
  return async (address, allowPrivate) => {
    try {
      const { isKnown } = await client.call('pages.save', { address, tags: [], allowPrivate });
      const { isOfflineMode } = await client.call('settings.get', null);
      const text = isOfflineMode
        ? 'The address is kept. Offline mode is on: its page is fetched when you switch that off'
        : isKnown
          ? 'It is in the library already; its page is fetched once more'
          : 'The address is kept, and its page is being fetched';
      show({ text, tone: 'done', action: null });
      onSaved();
      return null;
    } catch (error) {
      return addressRefusal(error);
    }
  };
}
