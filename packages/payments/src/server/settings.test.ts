/** What `--check` refuses: each setting that a resident, an officer or a payment would otherwise meet as a fault. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createGateway, parseSettings } from '@council-kit/gateway';
import { main } from '@council-kit/gateway/program';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { createService, payments, settingsSchema, type PaymentsSettingsInput } from './index.ts';

interface Settings {
  [name: string]: unknown;
}

/** The whole settings file of the README. */
async function ofReadme(): Promise<{ services: Record<string, Settings> }> {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const [, json] = /```json\n(\{\n {2}"publicUrl"[\s\S]*?)\n```/.exec(readme) ?? [];
  return JSON.parse(json ?? '') as { services: Record<string, Settings> };
}
const good = async (): Promise<Settings> => (await ofReadme()).services['@council-kit/payments/server'] ?? {};

const check = (settings: unknown): unknown => createService(parseSettings(settingsSchema, settings, 'the settings'));

test('--check finds the settings file of the README in order', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'council-readme-'));
  const file = join(folder, 'council-gateway.json');
  await writeFile(file, JSON.stringify(await ofReadme()));
  // It is the program itself, which says on the terminal what is wrong.
  assert.equal(await main(['--settings', file, '--check'], {}), 0);
  await rm(folder, { recursive: true });
});

/** A change at a path: `funds.0.reference.example`. Undefined takes the setting away. */
function changed(settings: Settings, path: string, value: unknown): Settings {
  const copy = structuredClone(settings);
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at: Settings = copy;
  for (const name of names) at = (at[name] ??= {}) as Settings;
  at[last] = value;
  // JSON has no undefined: such a setting is left out.
  return JSON.parse(JSON.stringify(copy)) as Settings;
}

test('each setting that would fail later is refused by its name, with what is allowed', async () => {
  const settings = await good();
  const fund = (settings['funds'] as Settings[])[0] ?? {};
  const cases: [path: string, value: unknown, said: RegExp][] = [
    // Promises that could not be kept.
    ['billing.url', undefined, /"billing\.url" is missing/],
    ['billing', undefined, /"directDebit" needs "billing\.url"/],
    ['billing', {}, /"billing\.url" is missing.*"source" to "import"|"billing\.url" is missing.*"billing\.source" to "import"/],
    ['billing', { source: 'import' }, /"directDebit" needs "billing\.url"/],
    ['funds.0.emailReceipt', false, /"notify" sends receipts, but no fund has "emailReceipt"/],
    ['councilTax.fund', 'council', /"councilTax\.fund" names "council".*council-tax, parking/],
    // References.
    ['funds.0.reference.patterns', ['4[0-9{7}'], /"funds\.0\.reference\.patterns\.0".*a regular expression.*(class|Invalid|Unterminated)/],
    ['funds.0.reference.patterns', ['([0-9]+)+'], /"funds\.0\.reference\.patterns\.0".*can take very long/],
    ['funds.0.reference.patterns', ['(A|A)*'], /can take very long/],
    ['funds.0.reference.patterns', [], /"funds\.0\.reference\.patterns".*a list of regular expressions/],
    ['funds.0.reference.patterns', ['[a-z]{8}'], /"funds\.0\.reference\.example".*fits one of its own patterns/],
    ['funds.0.reference.drop', '(/.*)+', /"funds\.0\.reference\.drop".*can take very long/],
    ['funds.0.reference.example', '5000', /"funds\.0\.reference\.example".*fits one of its own patterns.*4\[0-9\]\{6\}\[0-9X\]/],
    ['funds.0.reference.example', '40000207', /"funds\.0\.reference\.example".*check digit/],
    ['funds.0.reference.checkDigit.characters', '01234', /"characters" have one for each remainder/],
    ['funds.0.reference', 'account number', /"funds\.0\.reference".*an object such as \{"label"/],
    ['funds.0.reference', undefined, /"funds\.0\.reference" is missing.*an object such as \{"label"/],
    // Funds.
    ['funds', ['council-tax'], /"funds\.0".*an object such as \{"id":"council-tax"/],
    ['funds', [], /a list of funds/],
    ['funds', [fund, fund], /different ids, each only once/],
    ['funds.0.id', 'Council Tax', /"funds\.0\.id".*lower-case letters/],
    ['funds.0.name', 'Council tax', /"funds\.0\.name".*both languages/],
    ['funds.0.name', { en: 'Council tax' }, /"funds\.0\.name\.cy" is missing.*both languages/],
    ['funds.0.name', { en: 'Council tax', cy: ' ' }, /"funds\.0\.name\.cy".*both languages/],
    ['funds.0.emailReciept', true, /Unknown setting "funds\.0\.emailReciept".*Did you mean "emailReceipt"\?/],
    ['funds.1.limits', { least: 500, most: 100 }, /"least" is not more than its "most"/],
    ['funds.1.limits', { most: 1e12 }, /whole number from 1 to 10000000/],
    ['funds.1.limits', { least: -1 }, /whole number from 1/],
    ['funds.1.price', 30_000, /"price" is within its "limits"/],
    ['funds.1.price', 0, /whole number from 1/],
    // Direct Debits.
    ['directDebit.days', [31], /"directDebit\.days\.0".*from 1 to 28/],
    ['directDebit.days', [1, 1], /each only once/],
    ['directDebit.days', [], /a list of days/],
    ['directDebit.bankHolidays', ['2026-02-31'], /"directDebit\.bankHolidays\.0".*a day, such as "2026-12-25"/],
    ['directDebit.bankHolidays', ['25/12/2026'], /a day, such as/],
    ['directDebit.bankHolidays', '2026-12-25', /a list of bank holidays/],
    ['directDebit.creditor', '', /"directDebit\.creditor".*bank statements/],
    ['directDebit.modulusTable', { valacdos: 'none.txt', scsubtab: 'none.txt' }, /valacdos.*none\.txt.*no such file/],
    ['directDebit.modulusTable', 'valacdos.txt', /paths of Pay\.UK’s two files/],
    ['directDebit.day', [1], /Unknown setting "directDebit\.day".*Did you mean "days"\?/],
    // Addresses, keys, people.
    ['pay.key', ' ', /"pay\.key" in the settings is not allowed: it must be the API key/],
    ['pay.webhookSecret', 'short', /"pay\.webhookSecret" in the settings is not allowed: it must be the signing secret/],
    ['pay.url', 'publicapi.payments.service.gov.uk', /"pay\.url".*: it must be a whole URL/],
    ['billing.url', 'https://user:word@billing.council.example', /"billing\.url" in the settings is not allowed: it must be a whole URL/],
    ['billing.url', 'https://billing.council.example/?a=1', /without "\?" or "#"/],
    ['billing.url', 'https://', /a whole URL/],
    ['startAgain', '/council-tax', /"startAgain".*a whole URL that begins with/],
    ['returnOrigins', ['https://www.council.example/'], /"returnOrigins\.0".*an origin without a path/],
    ['contact.telephone', 'ring us', /"contact\.telephone".*a telephone number/],
    ['contact.email', 'help at council', /"contact\.email".*an email address/],
    ['notify.receipt.en', 'receipt', /"notify\.receipt\.en".*UUID/],
    ['notify.receipts', {}, /"notify\.receipts".*Did you mean "receipt"\?/],
    // Numbers.
    ['councilTax.tries', 0, /"councilTax\.tries" \(0\).*from 1 to 1000/],
    ['councilTax.tries', '5', /whole number from 1 to 1000/],
    ['councilTax.refusalMs', 6_000, /"councilTax\.refusalMs" \(6000\).*from 0 to 5000/],
    ['pay.timeoutMs', 41_000, /"pay\.timeoutMs" \(41000\).*from 100 to 40000/],
    ['billing.timeoutMs', 41_000, /"billing\.timeoutMs" \(41000\)/],
    ['notify.timeoutMs', 41_000, /"notify\.timeoutMs" \(41000\)/],
    ['mopUp', { ignoreHours: 1e9 }, /from 0 to 720/],
    ['councilTax.order', ['discount', 'discount'], /each only once/],
    [
      'councilTax.charges',
      { year: 26, nation: 'wales', areas: [] },
      /"councilTax\.charges\.year".*1993 to 2200[\s\S]*"councilTax\.charges\.areas"/,
    ],
    ['councilTax.instalments', { twelve: { ask: { en: 'Call', cy: 'Ffoniwch' }, url: 'instalments' } }, /a whole URL/],
  ];
  for (const [path, value, said] of cases) {
    assert.throws(
      () => check(changed(settings, path, value)),
      { name: 'SettingsError', message: said },
      `${path} = ${JSON.stringify(value)}`,
    );
  }
});

test('bank holidays come with council-kit, and --check says when the last of them is near', async () => {
  const settings = await good();
  const warnings = (at: string): readonly string[] =>
    createGateway({ services: [payments(settings as unknown as PaymentsSettingsInput)], clock: new ManualClock(at) }).warnings.slice(1);
  assert.deepEqual(warnings('2026-12-29T12:00:00Z'), []);
  assert.match(warnings('2028-06-01T12:00:00Z').join(), /^council-kit knows bank holidays to 2028-12-31\. .*"bankHolidays"/);
});

test('no refusal shows a secret, speaks of types, or says "must be" twice', async () => {
  const settings = await good();
  for (const [path, value] of [
    ['pay.key', ''],
    ['pay', 'key'],
    ['pay.webhookSecret', 'hushhush '],
    ['billing.key', ' sesame'],
    ['billing.url', 'sesame'],
    ['funds', { id: 'council-tax' }],
    ['funds.0.reference', []],
    ['directDebit', true],
    ['councilTax', 5],
  ] as const) {
    assert.throws(
      () => check(changed(settings, path, value)),
      ({ message }: Error) => {
        assert.doesNotMatch(message, /sesame|hush|Object|Array|must be must|Invalid|undefined/, path);
        return true;
      },
    );
  }
});
