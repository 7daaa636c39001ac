import {
  count,
  flag,
  isObject,
  listOf,
  mapOf,
  oneOf,
  readSettingsBy,
  text,
  webAddress,
  type Fits,
  type SettingsTable,
} from '../settings-file.ts';
import { callbackKinds } from './book.ts';
import type { Subscriptions } from './sending/callbacks.ts';
import { notifyPermissions, outcomes, type GovukNotifyOptions } from './settings.ts';

const seconds: readonly [Fits, string] = [count, 'a number of seconds'];
const subscription: Fits = (value) =>
  isObject(value) && webAddress(value['url']) && text(value['bearerToken']) && (value['held'] === undefined || flag(value['held']));
const told: readonly [Fits, string] = [subscription, '{url, bearerToken, held?}'];
const names: readonly [Fits, string] = [mapOf(text), 'an object of texts by their UUIDs'];

/** Keys and templates are looked at more closely when the platform is made. */
const settings: SettingsTable<Omit<GovukNotifyOptions, 'now'>> = {
  apiKeys: [
    listOf((value) => text(value) || (isObject(value) && text(value['key']) && oneOf('live', 'team', 'test')(value['type'] ?? 'live'))),
    'a list of keys, or of {key, type?, revoked?}',
  ],
  templates: [listOf(isObject), 'a list of {id, type, name, body, subject?}'],
  serviceName: [text, 'text'],
  emailSenderName: [text, 'text'],
  smsSender: [text, 'text'],
  emailReplyTo: names,
  smsSenders: names,
  trialMode: [flag, 'true or false'],
  guestList: [listOf(text), 'a list of email addresses and phone numbers'],
  permissions: [listOf(oneOf(...notifyPermissions)), `a list of ${notifyPermissions.join(', ')}`],
  filesByEmail: [flag, 'true or false'],
  requestsPerMinute: [count, 'a number'],
  daily: [mapOf(count), '{email?, sms?, internationalSms?, letter?}'],
  sendSeconds: seconds,
  deliverSeconds: seconds,
  letterSeconds: seconds,
  retentionDays: [count, 'a number of days'],
  outcomes: [mapOf(oneOf(...outcomes)), `an object of ${outcomes.join(', ')} by addresses`],
  deliveryReceipts: told,
  receivedTexts: told,
  returnedLetters: told,
  publicUrl: [webAddress, 'a whole URL'],
  keepIn: [text, 'the path of a file'],
};

/**
 * Settings that came as JSON.
 *
 * @throws TypeError with a sentence that says which is wrong.
 */
export const readSettings = (value: unknown): GovukNotifyOptions => readSettingsBy(value, settings);

/** Who is told of what, or undefined where it is not said so that it can be done. */
export function readSubscriptions(value: Readonly<Record<string, unknown>>): Subscriptions | undefined {
  const isRight = Object.entries(value).every(([kind, one]) => callbackKinds.some((known) => known === kind) && subscription(one));
  return isRight ? value : undefined;
}
