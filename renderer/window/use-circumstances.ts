import { useEffect, useState } from 'react';
import type { Circumstances } from '../../contract/model.ts';
import { useClient, useConnectionState } from '../api/client-context.ts';

/** What browsers have of these; not all have them. */
interface Connection extends EventTarget {
  readonly saveData?: boolean;
  readonly type?: string;
}
interface Battery extends EventTarget {
  readonly charging: boolean;
}
type Telling = Navigator & { readonly connection?: Connection; readonly getBattery?: () => Promise<Battery> };

const NOTHING_KNOWN: Circumstances = { isOnBattery: false, isMetered: false };

/** How the computer is on the network and on power, as far as the page is told; the engine hears of it at the start and with every change. */
export function useCircumstances(): Circumstances {
  const client = useClient();
  const isUp = useConnectionState() === 'up';
  const [circumstances, setCircumstances] = useState(NOTHING_KNOWN);

  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const { connection, getBattery } = navigator as Telling;
    const onConnection = () => {
      const isMetered = connection?.saveData === true || connection?.type === 'cellular';
      setCircumstances((before) => ({ ...before, isMetered }));
    };
    connection?.addEventListener('change', onConnection, { signal });
    onConnection();
    getBattery
      ?.call(navigator)
      .then((battery) => {
        const onPower = () => setCircumstances((before) => ({ ...before, isOnBattery: !battery.charging }));
        if (signal.aborted) return;
        battery.addEventListener('chargingchange', onPower, { signal });
        onPower();
      })
      // Where it may not be known it is not.
      .catch(() => {});
    return () => ended.abort();
  }, []);

  const { isOnBattery, isMetered } = circumstances;
  useEffect(() => {
    // An engine that was away has forgotten it.
    if (isUp) client.call('net.circumstances', { isOnBattery, isMetered }).catch(() => {});
  }, [client, isUp, isOnBattery, isMetered]);
  return circumstances;
}
