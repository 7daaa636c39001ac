/** What no single setting shows: settings that cannot both be kept. */
import type { GatewaySettings } from '../settings.ts';
import { SettingsError } from './parse.ts';

/** @throws SettingsError with a sentence for each pair, and what to change */
export function checkSettings(settings: GatewaySettings): void {
  const said = [...sizes(settings), ...retries(settings.outbox)];
  if (said.length > 0) throw new SettingsError(said.join('\n'));
}

type Size = 'bodyLimit' | 'bodyMemory' | 'bodyMemoryPerClient' | 'maxConcurrentRequests' | 'maxConcurrentRequestsPerClient';
type Connections = 'maxConnections' | 'maxConnectionsPerClient';

/** A part that must fit into its whole, and what happens where it does not. */
const parts: readonly (readonly [part: Size | Connections, whole: Size | Connections, otherwise: string])[] = [
  ['bodyLimit', 'bodyMemory', 'a body of that size would always be refused'],
  ['bodyLimit', 'bodyMemoryPerClient', 'a body of that size would always be refused'],
  ['bodyMemoryPerClient', 'bodyMemory', 'one client could take all the memory'],
  ['maxConcurrentRequestsPerClient', 'maxConcurrentRequests', 'one client could take every place'],
  ['maxConnectionsPerClient', 'maxConnections', 'one client could take every connection'],
];

function sizes(settings: GatewaySettings): string[] {
  return (
    parts
      .filter(([part, whole]) => settings[part] > settings[whole])
      // Behind a proxy all connections are the proxy's, and none are counted by client.
      .filter(([part]) => part !== 'maxConnectionsPerClient' || settings.trustedProxies === 0)
      .map(
        ([part, whole, otherwise]) =>
          `The setting "${part}" (${settings[part]}) in the settings is more than "${whole}" (${settings[whole]}): ${otherwise}. ` +
          `Set "${part}" to ${settings[whole]} or less, or "${whole}" to ${settings[part]} or more.`,
      )
  );
}

function retries({ retryAfterSeconds, giveUpAfterHours }: GatewaySettings['outbox']): string[] {
  let waited = 0;
  const never = retryAfterSeconds.find((seconds) => (waited += seconds) >= giveUpAfterHours * 3600);
  return never === undefined
    ? []
    : [
        `The setting "outbox.retryAfterSeconds" in the settings waits ${waited} seconds in all, but "outbox.giveUpAfterHours" (${giveUpAfterHours}) ends ` +
          `after ${giveUpAfterHours * 3600}: the last tries would never be made. Wait for less, or give up later.`,
      ];
}
