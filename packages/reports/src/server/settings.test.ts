/** What `--check` refuses: settings that would fail later, or do nothing. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createGateway, parseSettings, type GatewaySettingsInput } from '@council-kit/gateway';
import { createService, settingsSchema, type ReportsSettingsInput } from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'council-reports-'));
after(() => rm(folder, { recursive: true, force: true }));
const check = (settings: unknown): unknown => createService(parseSettings(settingsSchema, settings, 'the settings'), { folder });

const square = (west: number, south: number) => ({
  type: 'Feature',
  properties: { name: 'Here' },
  geometry: { type: 'Polygon', coordinates: [[[west, south], [west + 1, south], [west + 1, south + 1], [west, south]]] }, // prettier-ignore
});
const line = { type: 'Feature', properties: { name: 'Mill Lane' }, geometry: { type: 'LineString', coordinates: [[-4.6, 52.4], [-4.5, 52.4]] } }; // prettier-ignore
const server = { name: 'highways', url: 'https://open311.supplier.example/v2' };
const text = (words: string) => ({ en: words, cy: words });
const kind = {
  service_code: 'pothole',
  service_name: text('Pothole'),
  description: text('A hole'),
  group: text('Roads'),
  keywords: text('hole'),
  attributes: [
    {
      code: 'size',
      datatype: 'singlevaluelist',
      description: text('How big?'),
      label: text('Size'),
      values: [{ key: 'big', name: text('Big') }],
    },
  ],
};
const question = kind.attributes[0];

test('the README’s settings are in order, with maps beside the settings file', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const [, json] = /```json\n(\{\n {2}"services"[\s\S]*?)\n```/.exec(readme) ?? [];
  const settings = (JSON.parse(json ?? '') as { services: Record<string, ReportsSettingsInput> }).services['@council-kit/reports/server'];
  for (const name of ['boundary.geojson', 'wards.geojson', 'around.geojson'])
    await writeFile(join(folder, name), `\uFEFF${JSON.stringify(square(-5, 52))}`);
  await writeFile(join(folder, 'streets.geojson'), JSON.stringify(line));
  check(settings);
});

test('each setting that would fail later, or do nothing, is refused by its name', async () => {
  await writeFile(join(folder, 'broken.geojson'), '{"type":');
  const cases: [settings: object, said: RegExp][] = [
    [{ forward: [server, server] }, /"forward".*different names, each only once/],
    [
      { forward: [{ ...server, services: ['pot-hole'] }] },
      /"forward\.0\.services" names "pot-hole".*Did you mean "pothole"\?.*There are: /,
    ],
    [{ forward: [{ ...server, services: [] }] }, /"forward\.0\.services".*at least one code/],
    [{ forward: [{ ...server, serviceCodes: { pothol: 'P1' } }] }, /"forward\.0\.serviceCodes" names "pothol".*Did you mean "pothole"/],
    [
      { only: ['fly-tipping'], forward: [{ ...server, services: ['pothole'] }] },
      /names "pothole", which is not among.*There are: fly-tipping\./,
    ],
    [{ forward: [server, { ...server, name: 'waste' }] }, /"forward\.1" \("waste"\) gets no reports: "highways" before it/],
    [
      { forward: [{ ...server, url: 'open311.supplier.example' }] },
      /"forward\.0\.url" in the settings is not allowed: it must be a whole URL/,
    ],
    [{ forward: [{ ...server, name: 'Highways Team' }] }, /"forward\.0\.name".*lower-case letters/],
    [{ forward: [{ ...server, updatesEverySeconds: -5 }] }, /"forward\.0\.updatesEverySeconds" \(-5\).*from 0 to 86400/],
    [{ forward: [{ ...server, service: [] }] }, /"forward\.0\.service".*Did you mean "services"\?/],
    [{ only: ['potholes'] }, /"only" names "potholes"/],
    [{ only: [] }, /at least one code/],
    [{ only: ['pothole', 'pothole'] }, /each only once/],
    [{ services: [] }, /at least one kind/],
    [{ services: [kind, kind] }, /"services" has "pothole" twice/],
    [{ services: [{ ...kind, keyword: text('x') }] }, /Unknown setting "services\.0\.keyword".*Did you mean "keywords"\?/],
    [{ services: [{ ...kind, service_name: 'Pothole' }] }, /"services\.0\.service_name" \("Pothole"\).*an object \{ … \} with "en", "cy"/],
    [{ services: [{ ...kind, attributes: [{ ...question, values: [] }] }] }, /"services\.0\.attributes\.0\.values" \("size"\) is empty/],
    [{ services: [{ ...kind, attributes: [question, question] }] }, /has "size" twice/],
    [{ services: [{ ...kind, attributes: [{ ...question, values: [question?.values[0], question?.values[0]] }] }] }, /has "big" twice/],
    [{ open311: { keyForReports: true } }, /"open311\.keyForReports" needs a key/],
    [{ open311: { apiKeys: ['short'] } }, /"open311\.apiKeys\.0" in the settings is not allowed: it must be a key of at least 8/],
    [
      { forward: [{ ...server, services: ['pothole'], serviceCodes: { graffiti: 'G1' } }] },
      /"forward\.0\.serviceCodes" has "graffiti", which "forward\.0\.services" does not send there/,
    ],
    [{ map: { attribution: '© Us' } }, /"map\.attribution" is not used without "map\.tiles"/],
    [{ photos: { unusedInAll: 49 } }, /"photos\.unusedPerClient" \(50\) is more than "photos\.unusedInAll" \(49\)\. Set/],
    [{ photos: { unusedMegabytesInAll: 99 } }, /"photos\.unusedMegabytesPerClient" \(100\).*"photos\.unusedMegabytesInAll" \(99\)/],
    [{ photos: { dailyMegabytesPerClient: 99 } }, /"photos\.unusedMegabytesPerClient" \(100\).*"photos\.dailyMegabytesPerClient" \(99\)/],
    [{ keepContactDays: 0 }, /from 1 to 3650/],
    [{ contact: { text: { en: 'Call us' } } }, /"contact\.text\.cy" is missing.*both languages/],
    [{ staff: {} }, /"staff\.authorise" is missing.*a function/],
    [{ map: { boundary: 'none.geojson' } }, /"map\.boundary".*none\.geojson, which cannot be read: there is no such file/],
    [{ map: { boundary: 'broken.geojson' } }, /"map\.boundary".*not JSON/],
    [{ map: { boundary: { type: 'FeatureCollection', features: [] } } }, /"map\.boundary".*at least one Polygon/],
    [{ map: { boundary: line } }, /"map\.boundary".*at least one Polygon or MultiPolygon/],
    [{ map: { streets: square(-5, 52) } }, /"map\.streets".*at least one LineString/],
    [{ map: { wards: square(52, -5) } }, /"map\.wards".*longitude, then latitude/],
    [{ map: { wards: square(453_000, 180_000) } }, /"map\.wards".*EPSG:4326/],
    [{ map: { ward: 'wards.geojson' } }, /Unknown setting "map\.ward".*Did you mean "wards"\?/],
    [{ map: { tiles: 'https://tiles.example/{z}/{x}.png' } }, /\{z\}, \{x\} and \{y\}/],
    [{ map: { tiles: 'javascript:{z}{x}{y}' } }, /\{z\}, \{x\} and \{y\}/],
  ];
  for (const [settings, said] of cases)
    assert.throws(() => check(settings), { name: 'SettingsError', message: said }, JSON.stringify(settings).slice(0, 200));
});

test('limits under which residents lose photos are doubtful, and said to be at --check', () => {
  const doubts = (reports: ReportsSettingsInput, gateway: GatewaySettingsInput): readonly string[] =>
    createGateway({ services: [createService(parseSettings(settingsSchema, reports, 'the settings'))], settings: gateway }).warnings.slice(
      1,
    );
  assert.deepEqual(doubts({}, { draftHours: 48 }), []);
  assert.deepEqual(doubts({}, { draftHours: 49 }), [
    'Photos wait 48 hours for their report ("photos.unusedHours" in the settings of reports), but the gateway keeps answers for 49 ("draftHours"). A resident who comes back after 48 hours has to add the photos again.',
  ]);
  assert.match(doubts({ photos: { unusedHours: 1 } }, {})[0] ?? '', /wait 1 hours.*answers for 24/);
  assert.match(doubts({}, { bodyMemoryPerClient: 74_000_000 })[0] ?? '', /"bodyMemoryPerClient" is less than the 75000000 bytes/);
  assert.match(
    doubts({ photos: { unusedMegabytesPerClient: 74 } }, {})[0] ?? '',
    /"photos\.unusedMegabytesPerClient" is less than the 75 megabytes/,
  );
  assert.match(doubts({ photos: { unusedPerClient: 4 } }, {})[0] ?? '', /"photos\.unusedPerClient" \(4\) is less than the 5 photos/);
});
