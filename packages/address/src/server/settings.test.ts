/** What `--check` refuses: settings that would fail later, or do nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSettings } from '@council-kit/gateway';
import { createService, settingsSchema } from './index.ts';

const name = { en: 'Aldermere', cy: 'Llynwern' };
const check = (settings: unknown): unknown => createService(parseSettings(settingsSchema, settings, 'the settings'));

test('settings that fit together are taken', () => {
  check({});
  check({
    source: 'os-places',
    osPlaces: { key: 'k' },
    postcodes: { url: 'https://api.postcodes.io' },
    council: { name, custodianCodes: [6991], gss: ['W06000991'] },
    neighbours: [{ name, custodianCode: 6992, url: 'https://www.ashton.example' }],
  });
});

test('each setting that would fail later, or do nothing, is refused by its name', () => {
  const cases: [settings: object, said: RegExp][] = [
    [{ source: 'os-places' }, /"osPlaces" is missing, because "source" is "os-places"/],
    [{ osPlaces: { key: 'k' } }, /"osPlaces" is not used, because "source" is "gazetteer"/],
    [{ source: 'os_places' }, /"source" \("os_places"\).*"os-places" or "gazetteer"/],
    [{ source: 'os-places', osPlaces: { key: '' } }, /"osPlaces\.key".*the key of the council’s project/],
    [
      { source: 'os-places', osPlaces: { key: 'k', url: 'api.os.uk' } },
      /"osPlaces\.url" in the settings is not allowed: it must be a whole URL/,
    ],
    [{ source: 'os-places', osPlaces: { key: 'k', requestsPerSecond: 0 } }, /from 0\.1 to 1000/],
    [
      { source: 'os-places', osPlaces: { key: 'k', requestsPerSecond: 0.5 } },
      /"osPlaces\.clientPerMinute" \(60\) is more than "osPlaces\.requestsPerSecond" \(0\.5\) allows everybody together: 30 a minute/,
    ],
    [{ council: { name, custodianCodes: [] } }, /a list of custodian codes/],
    [{ council: { name, custodianCodes: [6991, 6991] } }, /each only once/],
    [{ council: { name: 'Aldermere', custodianCodes: [6991] } }, /"council\.name".*both languages/],
    [{ council: { name, custodianCodes: [6991], gss: ['W6000991'] } }, /a GSS code, such as/],
    [{ neighbours: [{ name }] }, /"neighbours\.0" needs "custodianCode" or "gss"/],
    [
      { council: { name, custodianCodes: [6991] }, neighbours: [{ name, custodianCode: 6991 }] },
      /"neighbours\.0" has 6991, which "council" has already/,
    ],
    [{ neighbours: [{ name, gss: 'W06000001', web: 'x' }] }, /Unknown setting "neighbours\.0\.web"/],
    [{ postcodes: { url: 'https://api.postcodes.io/?x=1' } }, /without "\?" or "#"/],
  ];
  for (const [settings, said] of cases)
    assert.throws(() => check(settings), { name: 'SettingsError', message: said }, JSON.stringify(settings));
});
