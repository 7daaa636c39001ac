/** GeoReport v2 over HTTP: what any Open311 client meets. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import * as v from 'valibot';
import {
  open311CreatedSchema,
  open311DefinitionSchema,
  open311ErrorsSchema,
  open311RequestsSchema,
  open311ServicesSchema,
  open311UpdatesSchema,
} from '../contract/open311.ts';
import { defaultServices } from '../services/default-services.ts';
import { start } from './testing/gateway.ts';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { ashton, millLane } from './testing/map.ts';

const key = 'council-back-office';
const flyTipping = [
  ['service_code', 'fly-tipping'],
  ['lat', String(millLane.lat)],
  ['long', String(millLane.long)],
  ['attribute[waste]', 'furniture'],
  ['attribute[waste]', 'tyres'],
  ['attribute[amount]', 'small-van'],
  ['attribute[blocking]', 'pavement'],
  ['attribute[hazardous]', 'no'],
  ['attribute[witnessed]', 'no'],
  ['attribute[private-land]', 'no'],
  ['description', 'Two sofas & a <fridge>'],
  ['first_name', 'Gwenllian'],
  ['last_name', 'Planted-Name'],
  ['email', 'planted@example.org'],
  ['phone', '01632 960 001'],
] as const;

const parser = new XMLParser({ ignoreDeclaration: true, parseTagValue: false });
const without = (...names: string[]) => flyTipping.filter(([name]) => !names.includes(name));

test('the service list and every definition, in JSON and XML, in English and Welsh', async () => {
  await using gateway = await start();
  const list = v.parse(open311ServicesSchema, await gateway.json('/open311/v2/services.json'));
  assert.equal(list.length, defaultServices.length);
  assert.ok(list.length >= 12);
  assert.ok(
    list.every(({ type, metadata, group, keywords, description }) => type === 'realtime' && metadata && group && keywords && description),
  );
  const xml = await (await gateway.fetch('/open311/v2/services.xml')).text();
  assert.equal(XMLValidator.validate(xml), true);
  assert.deepEqual(v.parse(open311ServicesSchema, parser.parse(xml)), list);

  const welsh = v.parse(open311ServicesSchema, await gateway.json('/open311/v2/services.json', { headers: { 'accept-language': 'cy' } }));
  assert.equal(welsh[0]?.service_name, 'Tipio anghyfreithlon');
  for (const { service_code } of list) {
    const definition = v.parse(open311DefinitionSchema, await gateway.json(`/open311/v2/services/${service_code}.json`));
    assert.equal(definition.service_code, service_code);
    const inXml = await (await gateway.fetch(`/open311/v2/services/${service_code}.xml`)).text();
    assert.deepEqual(v.parse(open311DefinitionSchema, parser.parse(inXml)), definition);
  }
  const flyTippingDefinition = v.parse(open311DefinitionSchema, await gateway.json('/open311/v2/services/fly-tipping.json'));
  assert.deepEqual(
    flyTippingDefinition.attributes.map(({ code }) => code),
    ['waste', 'amount', 'blocking', 'hazardous', 'witnessed', 'private-land'],
  );
});

test('a report goes in and comes out, with nothing of the person', async () => {
  await using gateway = await start();
  const answer = await gateway.form('/open311/v2/requests.json', flyTipping);
  assert.equal(answer.status, 200);
  const { service_request_id: id } = v.parse(open311CreatedSchema, await answer.json());
  assert.ok(id);
  for (const path of [
    `/open311/v2/requests/${id}.json`,
    '/open311/v2/requests.json',
    `/open311/v2/requests.json?service_request_id=${id}`,
  ]) {
    const text = await (await gateway.fetch(path)).text();
    assert.doesNotMatch(text, /planted|gwenllian|960 ?001/i);
    const [report] = v.parse(open311RequestsSchema, JSON.parse(text));
    assert.equal(report?.service_request_id, id);
    assert.equal(report.status, 'open');
    assert.equal(report.description, 'Two sofas & a <fridge>');
    assert.equal(report.address, 'Mill Lane, Northgate');
    assert.equal(report.lat, millLane.lat);
    assert.match(report.requested_datetime ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  }
  const xml = await (await gateway.fetch(`/open311/v2/requests/${id}.xml`)).text();
  assert.equal(XMLValidator.validate(xml), true);
  assert.equal(v.parse(open311RequestsSchema, parser.parse(xml))[0]?.description, 'Two sofas & a <fridge>');
  assert.deepEqual(await gateway.json(`/open311/v2/tokens/${id}.json`), [{ service_request_id: id, token: id }]);
});

test('what cannot be taken is told in Open311’s own error document', async () => {
  await using gateway = await start();
  const refused = async (fields: readonly (readonly [string, string])[], format = 'json') => {
    const answer = await gateway.form(`/open311/v2/requests.${format}`, fields);
    const text = await answer.text();
    const errors = v.parse(open311ErrorsSchema, format === 'xml' ? parser.parse(text) : JSON.parse(text));
    return { status: answer.status, errors: errors.map(({ description }) => description), codes: errors.map(({ code }) => code) };
  };
  assert.deepEqual(await refused(without('service_code')), { status: 400, errors: ['service_code was not provided'], codes: ['400'] });
  assert.equal((await refused([...without('service_code'), ['service_code', 'dragons']])).status, 404);
  assert.deepEqual((await refused(without('lat', 'long'))).errors, [
    'address_string: Tell us where it is: in words, with your position, or on the map',
  ]);
  assert.deepEqual((await refused(without('attribute[waste]', 'attribute[amount]'), 'xml')).errors, [
    'attribute[waste]: Select what kind of waste it is',
    'attribute[amount]: Select how much there is',
  ]);
  assert.deepEqual((await refused([...without('attribute[amount]'), ['attribute[amount]', 'a mountain']])).errors, [
    'attribute[amount]: Select one of the answers given',
  ]);
  assert.equal((await refused([...without('lat'), ['lat', 'NaN']])).status, 400);
  assert.equal((await refused([...without('lat'), ['lat', '91']])).status, 400);
  const outside = await refused([...without('lat', 'long'), ['lat', String(ashton.lat)], ['long', String(ashton.long)]]);
  assert.deepEqual(outside.errors, ['lat: This is in the area of Ashton. Report it to them: https://ashton.example/report']);
  assert.equal((await refused([...without('description'), ['description', 'x'.repeat(4001)]])).status, 400);
  assert.equal((await refused([...without('email'), ['email', 'nobody']])).status, 400);
  for (const path of [
    'requests/00000-00000.json',
    'requests/nonsense.xml',
    'tokens/nonsense.json',
    'services/dragons.json',
    'requests.json?jurisdiction_id=elsewhere&status=odd',
    'requests.json?start_date=yesterday',
    'requests.json?page=0',
  ]) {
    const answer = await gateway.fetch(`/open311/v2/${path}`);
    assert.ok([400, 404].includes(answer.status), path);
    const text = await answer.text();
    assert.ok(v.parse(open311ErrorsSchema, path.includes('.xml') ? parser.parse(text) : JSON.parse(text))[0]?.description);
  }
  const json = await gateway.post('/open311/v2/requests.json', { service_code: 'fly-tipping' });
  assert.equal(json.status, 415);
});

test('lists are filtered by code, status, dates and ids', async () => {
  const clock = new ManualClock('2026-11-01T09:00:00Z');
  await using gateway = await start({ clock, reports: { open311: { apiKeys: [key] } } });
  const post = async (fields: readonly (readonly [string, string])[]): Promise<string> => {
    const answer = await gateway.form('/open311/v2/requests.json', fields);
    const created = v.parse(open311CreatedSchema, await answer.json());
    clock.advance(86_400_000);
    return created.service_request_id ?? '';
  };
  const first = await post(flyTipping);
  const second = await post([
    ['service_code', 'dog-fouling'],
    ['address_string', 'opposite 12 Mill Lane'],
    ['attribute[place]', 'park'],
    ['attribute[often]', 'once'],
  ]);
  const third = await post(flyTipping);
  const ids = async (query: string) =>
    v
      .parse(open311RequestsSchema, await gateway.json(`/open311/v2/requests.json?${query}`))
      .map(({ service_request_id }) => service_request_id);
  assert.deepEqual(await ids(''), [third, second, first]);
  assert.deepEqual(await ids('service_code=dog-fouling'), [second]);
  assert.deepEqual(await ids('service_code=dog-fouling,fly-tipping&end_date=2026-11-02T10:00:00Z'), [second, first]);
  assert.deepEqual(await ids('start_date=2026-11-03T00:00:00%2B00:00'), [third]);
  assert.deepEqual(await ids(`service_request_id=${first},${third}&service_code=pothole`), [third, first]);
  assert.deepEqual(await ids('page_size=2'), [third, second]);
  assert.deepEqual(await ids('page_size=2&page=2'), [first]);
  await gateway.form('/open311/v2/servicerequestupdates.json', [
    ['api_key', key],
    ['service_request_id', second],
    ['status', 'FIXED'],
    ['description', 'Cleared.'],
  ]);
  assert.deepEqual(await ids('status=closed'), [second]);
  assert.deepEqual(await ids('status=open'), [third, first]);
  const [words] = v.parse(open311RequestsSchema, await gateway.json(`/open311/v2/requests/${second}.json`));
  assert.equal(words?.address, 'opposite 12 Mill Lane (Mill Lane, Northgate)');
  assert.equal(words.status_notes, 'Cleared.');
  // Ninety days.
  clock.advance(100 * 86_400_000);
  assert.deepEqual(await ids(''), []);
  assert.deepEqual(await ids('start_date=2026-10-01T00:00:00Z'), [third, second, first]);
});

test('updates are added with a key, once, and change the status', async () => {
  const clock = new ManualClock();
  await using gateway = await start({ clock, reports: { open311: { apiKeys: [key] } } });
  const created = v.parse(open311CreatedSchema, await (await gateway.form('/open311/v2/requests.json', flyTipping)).json());
  const id = created.service_request_id ?? '';
  const update = [
    ['service_request_id', id],
    ['update_id', 'u-1'],
    ['status', 'IN_PROGRESS'],
    ['updated_datetime', '2026-11-23T08:30:00+00:00'],
    ['description', 'A crew is on its way ☺ & <soon>'],
  ] as const;
  assert.equal((await gateway.form('/open311/v2/servicerequestupdates.json', update)).status, 403);
  assert.equal((await gateway.form('/open311/v2/servicerequestupdates.json', [['api_key', 'guess'], ...update])).status, 403);
  for (let count = 0; count < 2; count++)
    assert.equal((await gateway.form('/open311/v2/servicerequestupdates.xml', [['api_key', key], ...update])).status, 200);
  const followed = (await gateway.json(`/reports/${id}`)) as { status: string; updates: unknown[] };
  assert.equal(followed.status, 'in_progress');
  assert.equal(followed.updates.length, 1);
  const xml = await (await gateway.fetch('/open311/v2/servicerequestupdates.xml')).text();
  assert.deepEqual(
    v.parse(open311UpdatesSchema, parser.parse(xml)).map(({ status, description }) => ({ status, description })),
    [{ status: 'in_progress', description: 'A crew is on its way ☺ & <soon>' }],
  );
  // Late news tells what was.
  await gateway.form('/open311/v2/servicerequestupdates.json', [
    ['api_key', key],
    ['service_request_id', id],
    ['status', 'open'],
    ['updated_datetime', '2026-11-23T08:00:00Z'],
    ['description', 'Received'],
  ]);
  assert.equal(((await gateway.json(`/reports/${id}`)) as { status: string }).status, 'in_progress');
  const unknown = await gateway.form('/open311/v2/servicerequestupdates.json', [
    ['api_key', key],
    ['service_request_id', '00000-00000'],
    ['description', 'x'],
  ]);
  assert.equal(unknown.status, 404);
});

test('XML stays well-formed whatever was typed', async () => {
  await using gateway = await start();
  const hostile = ']]> &amp; <!ENTITY x "y"> </request> \u0000\u0001\u000b\ufffe \ud83d 😀 \u202e "quotes\' & <script>alert(1)</script>';
  const answer = await gateway.form('/open311/v2/requests.xml', [
    ...without('description'),
    ['description', hostile],
    ['address_string', hostile.slice(0, 60)],
  ]);
  assert.equal(answer.status, 200);
  const xml = await (await gateway.fetch('/open311/v2/requests.xml')).text();
  assert.equal(XMLValidator.validate(xml), true);
  const [report] = v.parse(open311RequestsSchema, parser.parse(xml));
  assert.match(
    report?.description ?? '',
    /\]\]> &amp; <!ENTITY x "y"> <\/request> {2,}.*😀 {1,2}"quotes' & <script>alert\(1\)<\/script>/su,
  );
});
