import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createBilling } from './billing/billing.ts';
import { writeGazetteer } from './gazetteer/command.ts';
import { createGazetteer } from './gazetteer/gazetteer.ts';
import type { GazetteerOptions } from './gazetteer/generate.ts';
import { createGovukNotify } from './govuk-notify/govuk-notify.ts';
import { readSettings as readNotifySettings } from './govuk-notify/read-settings.ts';
import { sandboxNotifyKeys, type GovukNotifyOptions } from './govuk-notify/settings.ts';
import { createGovukPay } from './govuk-pay/govuk-pay.ts';
import { readSettings as readPaySettings } from './govuk-pay/read-settings.ts';
import type { GovukPayOptions } from './govuk-pay/settings.ts';
import { commonServices } from './open311/common-services.ts';
import { createOpen311 } from './open311/open311.ts';
import type { Open311Options } from './open311/settings.ts';
import { createOsPlaces } from './os-places/os-places.ts';
import { createPostcodesIo } from './postcodes-io/postcodes-io.ts';
import { startSandbox, type Sandbox } from './sandbox.ts';

const usage = `council-sandbox: the platforms that councils use, on this computer

  --port 4300                   the desk's port; each platform takes one of those that follow
  --hostname 127.0.0.1          the interface; 0.0.0.0 in a container
  --dialect open311|mysociety   how the back office speaks (default open311)
  --wrapped true|false          whether its JSON lists are inside an object (default: as the dialect)
  --reply realtime|batch|blackbox   how it acknowledges (default: as each service says)
  --api-key KEY                 a key that may POST (default sandbox-key); may be repeated
  --jurisdiction ID             default sandbox
  --services FILE               a JSON list of the kinds of report that the back office takes, with their attributes
                                (default: the 18 that council-kit's reports have, with any attributes)
  --keep FILE                   a JSON-lines file that keeps what was received
  --deduplicate-by CODE         an attribute whose value is taken only once
  --addresses 100000            how many addresses OS Places and postcodes.io know
  --seed 1                      another seed, another borough
  --webhook URL                 where GOV.UK Pay sends its webhooks
  --webhook-secret SECRET       what signs them (default sandbox-webhook-secret)
  --keep-payments FILE          a JSON-lines file that keeps GOV.UK Pay's book
  --callback URL                where GOV.UK Notify tells what became of emails and text messages
  --callback-token TOKEN        the bearer token that comes with it (default sandbox-callback-token)
  --keep-messages FILE          a JSON-lines file that keeps GOV.UK Notify's book
  --notify FILE                 a JSON file with more of GOV.UK Notify's settings: {"templates": [], "trialMode": true}
  --pay FILE                    a JSON file with more of GOV.UK Pay's settings: {"provider": "stripe", "captureSeconds": 60}

council-sandbox gazetteer --size 100000 --seed 1 writes a synthetic gazetteer as CSV.
`;

/** A setting that cannot be used, in a sentence. */
class SettingError extends Error {}

/**
 * `council-sandbox`: starts every platform on 127.0.0.1 and prints their addresses. Ctrl-C stops it.
 * A wrong setting or a port in use ends it with a sentence and exit code 1.
 */
export async function runCommand(args: readonly string[]): Promise<void> {
  try {
    if (args[0] === 'gazetteer') return await writeGazetteer(args.slice(1), process.stdout);
    const settings = readSettings(args);
    if (!settings) {
      process.stdout.write(usage);
      return;
    }
    const sandbox = await start(settings);
    process.stdout.write(announcement(sandbox, settings));
    const stop = (): void => void sandbox.stop().then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error;
    const sentence = inUse
      ? `Port ${String(error.port)} is in use. Choose another with --port.`
      : error instanceof Error
        ? error.message
        : String(error);
    process.stderr.write(`council-sandbox: ${sentence}\n`);
    process.exitCode = 1;
  }
}

interface Settings {
  port: number;
  hostname: string;
  open311: Open311Options;
  gazetteer: GazetteerOptions;
  pay: GovukPayOptions;
  notify: GovukNotifyOptions;
}

type Names = 'open311' | 'os-places' | 'postcodes-io' | 'govuk-pay' | 'billing' | 'govuk-notify';

function start({ port, hostname, open311, gazetteer, pay, notify }: Settings): Promise<Sandbox<Names>> {
  // First, since it can refuse a setting before a file is open.
  const addresses = createGazetteer(gazetteer);
  const platforms = {
    open311: createOpen311(open311),
    'os-places': createOsPlaces({ gazetteer: addresses }),
    'postcodes-io': createPostcodesIo({ gazetteer: addresses }),
    'govuk-pay': createGovukPay(pay),
    billing: createBilling({ gazetteer: addresses, seed: gazetteer.seed }),
    'govuk-notify': createGovukNotify(notify),
  };
  return startSandbox({ platforms, port, hostname });
}

function announcement({ address, platforms }: Sandbox<Names>, { open311, pay, notify }: Settings): string {
  const [notifyKey = sandboxNotifyKeys.live] = notify.apiKeys ?? [];
  const line = (title: string, name: Names, note: string): string =>
    `  ${title}: ${platforms[name].address}/ (the base URL for a client: ${platforms[name].baseUrl})${note}\n`;
  return (
    `The sandbox: ${address}/\n` +
    line(
      'Open311 back office',
      'open311',
      ` key: ${open311.apiKeys?.[0] ?? 'sandbox-key'}; a kind that it does not know is refused and told here: --services`,
    ) +
    line('OS Places', 'os-places', ' key: sandbox-key') +
    line('postcodes.io', 'postcodes-io', '') +
    line('GOV.UK Pay', 'govuk-pay', ` key: ${pay.apiKeys?.[0] ?? 'sandbox-key'}`) +
    line('Billing system', 'billing', ' key: sandbox-key') +
    line('GOV.UK Notify', 'govuk-notify', ` key: ${typeof notifyKey === 'string' ? notifyKey : notifyKey.key}`) +
    'Ctrl-C stops it.\n'
  );
}

function readSettings(args: readonly string[]): Settings | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      port: { type: 'string', default: '4300' },
      hostname: { type: 'string', default: '127.0.0.1' },
      dialect: { type: 'string' },
      wrapped: { type: 'string' },
      reply: { type: 'string' },
      'api-key': { type: 'string', multiple: true },
      jurisdiction: { type: 'string' },
      services: { type: 'string' },
      keep: { type: 'string' },
      'deduplicate-by': { type: 'string' },
      addresses: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      webhook: { type: 'string' },
      'webhook-secret': { type: 'string', default: 'sandbox-webhook-secret' },
      'keep-payments': { type: 'string' },
      pay: { type: 'string' },
      callback: { type: 'string' },
      'callback-token': { type: 'string', default: 'sandbox-callback-token' },
      'keep-messages': { type: 'string' },
      notify: { type: 'string' },
    },
  });
  if (values.help) return undefined;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_000) throw new SettingError('--port must be a number from 0 to 65000.');
  const wrapped = choice('--wrapped', values.wrapped, ['true', 'false'] as const);
  return {
    port,
    hostname: values.hostname,
    gazetteer: { size: wholeNumber('--addresses', values.addresses), seed: wholeNumber('--seed', values.seed) },
    pay: {
      ...(values.pay === undefined ? {} : fromFile('--pay', values.pay, readPaySettings)),
      ...(values['keep-payments'] === undefined ? {} : { keepIn: values['keep-payments'] }),
      ...(values.webhook === undefined
        ? {}
        : { webhooks: [{ url: webAddress('--webhook', values.webhook), signingSecret: values['webhook-secret'] }] }),
    },
    notify: {
      ...(values.notify === undefined ? {} : fromFile('--notify', values.notify, readNotifySettings)),
      ...(values['keep-messages'] === undefined ? {} : { keepIn: values['keep-messages'] }),
      ...(values.callback === undefined
        ? {}
        : { deliveryReceipts: { url: webAddress('--callback', values.callback), bearerToken: values['callback-token'] } }),
    },
    open311: {
      dialect: choice('--dialect', values.dialect, ['open311', 'mysociety'] as const),
      ...(wrapped === undefined ? {} : { wrapped: wrapped === 'true' }),
      reply: choice('--reply', values.reply, ['realtime', 'batch', 'blackbox'] as const),
      apiKeys: values['api-key'],
      jurisdictionId: values.jurisdiction,
      services: values.services === undefined ? commonServices : readJson('--services', values.services),
      log: (sentence) => void process.stderr.write(`${sentence}\n`),
      keepIn: values.keep,
      deduplicateBy: values['deduplicate-by'],
    },
  };
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d{1,10}$/.test(value)) throw new SettingError(`${name} must be a whole number.`);
  return Number(value);
}

function webAddress(name: string, value: string): string {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) throw new SettingError(`${name} must be a whole URL.`);
  return value;
}

function choice<T extends string>(name: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (!found) throw new SettingError(`${name} must be one of: ${allowed.join(', ')}.`);
  return found;
}

function fromFile<T>(name: string, path: string, read: (value: unknown) => T): T {
  try {
    return read(readJson(name, path));
  } catch (error) {
    if (error instanceof TypeError) throw new SettingError(`${name}: ${path}: ${error.message}`);
    throw error;
  }
}

function readJson(name: string, path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new SettingError(`${name}: ${path} cannot be read as JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
}
