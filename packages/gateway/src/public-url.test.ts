/** Links that lead nowhere, and cookies that are not Secure, are found before a resident finds them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatewaySettingsSchema, parseSettings, type GatewaySettingsInput } from './settings.ts';
import { checkPublicUrl } from './public-url.ts';
import { start } from './testing/start.ts';

const check = (settings: GatewaySettingsInput, environment: NodeJS.ProcessEnv = {}): readonly string[] =>
  checkPublicUrl(parseSettings(gatewaySettingsSchema, settings, 'the settings'), environment);

test('a server for other machines that does not know its own address does not start', () => {
  for (const host of ['0.0.0.0', '::'])
    assert.throws(() => check({ host }), {
      name: 'SettingsError',
      message: /^The setting "publicUrl" is missing .* links .* lead nowhere\. Set "publicUrl" \(PUBLIC_URL\)/,
    });
  for (const publicUrl of ['http://0.0.0.0:8080', 'http://[::]:8080'])
    assert.throws(() => check({ publicUrl }), { name: 'SettingsError', message: /no browser can open/ });
  for (const publicUrl of [
    'https://user:secret@council.example',
    'https://council.example/?a=b',
    'https://council.example/#a',
    'council.example',
  ])
    assert.throws(() => check({ publicUrl }), { name: 'SettingsError', message: /it must be the address residents see/ });
});

test('an address that is missing, or not encrypted, is doubted; one that is right is not', () => {
  for (const [settings, environment, said] of [
    [{}, {}, /^The setting "publicUrl" is missing: links .* lead to 127\.0\.0\.1\. That is right on a developer’s machine only\. Set/],
    [
      { trustedProxies: 1 },
      {},
      /^The setting "publicUrl" is missing, but "trustedProxies" says that residents come through a proxy: links/,
    ],
    [{ host: '0.0.0.0' }, { NODE_ENV: 'development' }, /^The setting "publicUrl" is missing: links .* lead to localhost\. /],
    [{ publicUrl: 'http://services.council.example' }, {}, /^The setting "publicUrl" begins with http: .* Use https\.$/],
  ] as const) {
    const warnings = check(settings, environment);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? '', said);
  }
  for (const settings of [
    { publicUrl: 'https://services.council.example/path', host: '0.0.0.0' },
    { publicUrl: 'http://localhost:8080' },
    { publicUrl: 'http://127.0.0.1:8080/gateway' },
    { publicUrl: 'http://[::1]:8080' },
  ]) {
    assert.deepEqual(check(settings), []);
  }
});

test('what is doubtful is logged at the start', async () => {
  await using gateway = await start({ services: [] });
  assert.equal(gateway.gateway.warnings.length, 1);
  assert.match(gateway.logged(), /"level":"warn".*The setting \\"publicUrl\\" is missing/);
  await using quiet = await start({ services: [], settings: { publicUrl: 'https://services.council.example' } });
  assert.doesNotMatch(quiet.logged(), /"level":"warn"/);
});
