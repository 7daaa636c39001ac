/** What no single setting shows: names that refer to nothing, and settings that need one another. */
import { nearest, SettingsError, type GatewaySettings } from '@council-kit/gateway';
import { photoLimit, photoSizeLimit } from '../contract/limits.ts';
import type { ServiceKind } from '../contract/service-kind.ts';
import { mostUnusedHours, type ReportsSettings } from './settings.ts';

const refuse = (sentence: string): never => {
  throw new SettingsError(`${sentence} (in the settings of reports)`);
};

/** @throws SettingsError naming the setting, and what there is */
export function checkSettings({ services, forward, open311, map, photos }: ReportsSettings, kinds: readonly ServiceKind[]): void {
  const known = kinds.map(({ service_code }) => service_code);
  const unknown = (setting: string, code: string): never => {
    const meant = nearest(code, known);
    return refuse(
      `The setting "${setting}" names "${code}", which is not among the kinds of report.${meant === undefined ? '' : ` Did you mean "${meant}"?`} There are: ${known.join(', ')}.`,
    );
  };
  for (const [index, kind] of services.entries()) checkQuestions(`services.${index}`, kind, refuse);

  const taken = new Map<string, string>();
  for (const [index, { name, services: codes, serviceCodes }] of forward.entries()) {
    for (const code of codes ?? []) if (!known.includes(code)) unknown(`forward.${index}.services`, code);
    for (const code of Object.keys(serviceCodes)) {
      if (!known.includes(code)) unknown(`forward.${index}.serviceCodes`, code);
      if (codes && !codes.includes(code))
        refuse(`The setting "forward.${index}.serviceCodes" has "${code}", which "forward.${index}.services" does not send there.`);
    }
    // The first server that takes a kind gets it: one for which nothing is left would wait for ever.
    const mine = (codes ?? known).filter((code) => !taken.has(code));
    if (mine.length === 0)
      refuse(
        `The setting "forward.${index}" ("${name}") gets no reports: ${[...new Set((codes ?? known).map((code) => `"${taken.get(code) ?? ''}"`))].join(' and ')} before it ${codes?.length === 1 ? 'takes its kind' : 'take all its kinds'}. Give each server its own "services".`,
      );
    for (const code of mine) taken.set(code, name);
  }
  if (open311.keyForReports && open311.apiKeys.length === 0)
    refuse('The setting "open311.keyForReports" needs a key in "open311.apiKeys": without one nobody can report by Open311.');
  if (map.attribution !== undefined && map.tiles === undefined)
    refuse('The setting "map.attribution" is not used without "map.tiles". Set "map.tiles", or leave "map.attribution" out.');
  checkPhotos(photos);
}

/** One client could take all the room, or is promised more than there is. */
function checkPhotos(photos: ReportsSettings['photos']): void {
  for (const [part, whole] of [
    ['unusedPerClient', 'unusedInAll'],
    ['unusedMegabytesPerClient', 'unusedMegabytesInAll'],
    ['unusedMegabytesPerClient', 'dailyMegabytesPerClient'],
  ] as const) {
    if (photos[part] <= photos[whole]) continue;
    refuse(
      `The setting "photos.${part}" (${photos[part]}) is more than "photos.${whole}" (${photos[whole]}). ` +
        `Set "photos.${part}" to ${photos[whole]} or less, or "photos.${whole}" to ${photos[part]} or more.`,
    );
  }
}

/** Limits that can be kept, but under which residents lose photos or cannot send as many as the form takes. */
export function doubtsOf({ photos }: ReportsSettings, { draftHours, bodyMemoryPerClient }: GatewaySettings): string[] {
  const doubts: string[] = [];
  const hours = photos.unusedHours ?? Math.min(draftHours, mostUnusedHours);
  if (hours < draftHours)
    doubts.push(
      `Photos wait ${hours} hours for their report ("photos.unusedHours" in the settings of reports), but the gateway keeps answers for ${draftHours} ("draftHours"). ` +
        `A resident who comes back after ${hours} hours has to add the photos again.`,
    );
  const bytes = photoLimit * photoSizeLimit;
  const less = [
    ['bodyMemoryPerClient', bodyMemoryPerClient, `${bytes} bytes`],
    ['photos.unusedMegabytesPerClient', photos.unusedMegabytesPerClient * 1e6, `${bytes / 1e6} megabytes`],
  ] as const;
  for (const [setting, most, needed] of less)
    if (most < bytes)
      doubts.push(
        `The setting "${setting}" is less than the ${needed} that the photos of one report may have: residents with large photos cannot send them all.`,
      );
  if (photos.unusedPerClient < photoLimit)
    doubts.push(
      `The setting "photos.unusedPerClient" (${photos.unusedPerClient}) is less than the ${photoLimit} photos that one report may have: residents cannot send them all.`,
    );
  return doubts;
}

/** Questions that nobody could answer, or whose answers could not be told apart. */
function checkQuestions(where: string, { service_code, attributes }: ServiceKind, refuse: (sentence: string) => never): void {
  const twice = (list: readonly string[]): string | undefined => list.find((code, index) => list.indexOf(code) !== index);
  const question = twice(attributes.map(({ code }) => code));
  if (question !== undefined) refuse(`The setting "${where}.attributes" ("${service_code}") has "${question}" twice.`);
  for (const [index, { code, datatype, values }] of attributes.entries()) {
    const setting = `${where}.attributes.${index}.values`;
    const isList = /valuelist$/.test(datatype);
    if (isList && values.length === 0)
      refuse(`The setting "${setting}" ("${code}") is empty: a list to choose from needs at least one value.`);
    if (!isList && values.length > 0) refuse(`The setting "${setting}" ("${code}") is only for "singlevaluelist" and "multivaluelist".`);
    const value = twice(values.map(({ key }) => key));
    if (value !== undefined) refuse(`The setting "${setting}" ("${code}") has "${value}" twice.`);
  }
}
