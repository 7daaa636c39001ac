import { count, flag, isObject, listOf, oneOf, readSettingsBy, text, webAddress, type SettingsTable } from '../settings-file.ts';
import { webhookEvents, type GovukPayOptions, type WebhookSubscription } from './settings.ts';

const texts = listOf(text);

/** What each setting is, as JSON can say it, and how a person is told. */
const settings: SettingsTable<Omit<GovukPayOptions, 'now'>> = {
  apiKeys: [texts, 'a list of texts'],
  liveKeys: [texts, 'a list of texts'],
  disabledKeys: [texts, 'a list of texts'],
  unlinkedKeys: [texts, 'a list of texts'],
  moto: [flag, 'true or false'],
  motoApi: [flag, 'true or false'],
  recurring: [flag, 'true or false'],
  zeroAmounts: [flag, 'true or false'],
  provider: [oneOf('sandbox', 'stripe', 'worldpay'), 'sandbox, stripe or worldpay'],
  exemption: [oneOf('honoured', 'rejected', 'out of scope'), 'honoured, rejected or out of scope'],
  idempotency: [oneOf('recurring', 'all', 'ignored'), 'recurring, all or ignored'],
  corporateCardSurcharge: [count, 'a number of pence'],
  fee: [count, 'a number of pence'],
  disputeFee: [count, 'a number of pence'],
  postsPerSecond: [count, 'a number'],
  searchDelaySeconds: [count, 'a number of seconds'],
  confirmSeconds: [count, 'a number of seconds'],
  recurringSeconds: [count, 'a number of seconds'],
  captureSeconds: [count, 'a number of seconds'],
  settleSeconds: [count, 'a number of seconds'],
  refundSeconds: [count, 'a number of seconds'],
  disputeSeconds: [count, 'a number of seconds'],
  publicUrl: [webAddress, 'a whole URL'],
  keepIn: [text, 'the path of a file'],
  webhooks: [
    (value) => Array.isArray(value) && value.every((one) => readSubscription(one) !== undefined),
    'a list of {url, signingSecret, apiKey?, events?, held?}',
  ],
};

/**
 * Settings that came as JSON.
 *
 * @throws TypeError with a sentence that says which is wrong.
 */
export const readSettings = (value: unknown): GovukPayOptions => readSettingsBy(value, settings);

/** Who is told of events, or undefined where it is not said so that it can be done. */
export function readSubscription(sent: unknown): WebhookSubscription | undefined {
  if (!isObject(sent)) return undefined;
  const { url, signingSecret, apiKey, events, held } = sent;
  const known = Array.isArray(events) ? events.map((event) => webhookEvents.find((one) => one === event)) : [];
  if (typeof url !== 'string' || !webAddress(url) || typeof signingSecret !== 'string') return undefined;
  if ((events !== undefined && !Array.isArray(events)) || !known.every((event) => event !== undefined)) return undefined;
  if (apiKey !== undefined && !text(apiKey)) return undefined;
  return {
    url,
    signingSecret,
    ...(apiKey === undefined ? {} : { apiKey: String(apiKey) }),
    ...(events === undefined ? {} : { events: known }),
    ...(held === true ? { held } : {}),
  };
}
