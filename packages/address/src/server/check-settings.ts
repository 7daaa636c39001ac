/** What no single setting shows: settings that need one another. */
import { SettingsError } from '@council-kit/gateway';
import type { AddressSettings } from './settings.ts';

/** @throws SettingsError naming the settings, and what to do */
export function checkSettings({ source, osPlaces, council, neighbours }: AddressSettings): void {
  const refuse = (sentence: string): never => {
    throw new SettingsError(`${sentence} (in the settings of addresses)`);
  };
  if (source === 'os-places' && !osPlaces)
    refuse(
      'The setting "osPlaces" is missing, because "source" is "os-places": give the key of the council’s project, such as { "key": "…" }.',
    );
  if (source === 'gazetteer' && osPlaces)
    refuse('The setting "osPlaces" is not used, because "source" is "gazetteer". Set "source" to "os-places", or leave "osPlaces" out.');
  if (osPlaces && osPlaces.clientPerMinute > osPlaces.requestsPerSecond * 60)
    refuse(
      `The setting "osPlaces.clientPerMinute" (${osPlaces.clientPerMinute}) is more than "osPlaces.requestsPerSecond" (${osPlaces.requestsPerSecond}) allows everybody together: ${osPlaces.requestsPerSecond * 60} a minute. One client could take every question.`,
    );
  const owners = new Map<string | number, string>();
  const own = (code: string | number, setting: string): void => {
    const before = owners.get(code);
    if (before !== undefined) refuse(`The setting "${setting}" has ${code}, which "${before}" has already.`);
    owners.set(code, setting);
  };
  for (const code of [...(council?.custodianCodes ?? []), ...(council?.gss ?? [])]) own(code, 'council');
  for (const [index, { custodianCode, gss }] of neighbours.entries()) {
    const setting = `neighbours.${index}`;
    if (custodianCode === undefined && gss === undefined)
      refuse(`The setting "${setting}" needs "custodianCode" or "gss": without one no address is known to be there.`);
    if (custodianCode !== undefined) own(custodianCode, setting);
    if (gss !== undefined) own(gss, setting);
  }
}
