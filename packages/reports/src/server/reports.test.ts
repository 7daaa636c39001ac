/** The gateway's own half of the contract, over HTTP. */
import assert from 'node:assert/strict';
import test from 'node:test';
import * as v from 'valibot';
import { createdReportSchema, followedReportSchema, nearbySchema, placeSchema } from '../contract/report.ts';
import { reportFormSchema } from '../contract/report-form.ts';
import { flyTippingReport } from './testing/back-office.ts';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { until } from '@council-kit/testing/until.js';
import { start, type Started } from './testing/gateway.ts';
import { ashton, millLane, nowhere } from './testing/map.ts';

interface Problem {
  status: number;
  code: string;
  title: string;
  errors?: { field: string; message: string }[];
}

const report = async (gateway: Started, change: Record<string, unknown> = {}): Promise<string> => {
  const answer = await gateway.post('/reports', { ...flyTippingReport, ...change });
  assert.equal(answer.status, 201);
  return v.parse(createdReportSchema, await answer.json()).reference;
};

test('report and follow', async () => {
  await using gateway = await start();
  const answer = await gateway.post('/reports', {
    ...flyTippingReport,
    contact: { name: 'Ann Planted', email: 'planted@example.org', phone: '01632 960 001' },
  });
  assert.equal(answer.status, 201);
  const created = v.parse(createdReportSchema, await answer.json());
  assert.equal(created.follow_url, `${gateway.url}/reports/${created.reference}`.replace(/([^:])\/\//, '$1/'));
  const text = await (await gateway.fetch(`/reports/${created.reference.toLowerCase().replace('-', ' ')}`)).text();
  assert.doesNotMatch(text, /planted|960/i);
  const followed = v.parse(followedReportSchema, JSON.parse(text));
  assert.equal(followed.reference, created.reference);
  assert.equal(followed.place, 'Mill Lane, Northgate');
  assert.equal(followed.status_name, 'Reported');
  const welsh = v.parse(
    followedReportSchema,
    await gateway.json(`/reports/${created.reference}`, { headers: { 'accept-language': 'cy' } }),
  );
  assert.equal(welsh.place, 'Lôn y Felin, Porth y Gogledd');
  assert.equal(welsh.service_name, 'Tipio anghyfreithlon');
  for (const wrong of ['00000-00000', 'x', '%F0%9F%98%80', 'a'.repeat(3000)])
    assert.equal((await gateway.fetch(`/reports/${wrong}`)).status, 404);
});

test('details that slipped into the description are blotted out for others', async () => {
  await using gateway = await start();
  const reference = await report(gateway, {
    description: 'I am Ann Planted, call 07700 900 982 or +44 1632 960001, or write to ann@planted.example. Bags: 12.',
    contact: { name: 'Ann Planted' },
  });
  const followed = v.parse(followedReportSchema, await gateway.json(`/reports/${reference}`));
  assert.equal(followed.description, 'I am █████, call █████ or █████, or write to █████. Bags: 12.');
  await using closed = await start({ reports: { publicDescriptions: false } });
  const hidden = v.parse(followedReportSchema, await closed.json(`/reports/${await report(closed)}`));
  assert.equal(hidden.description, '');
});

test('every field is told of, in the resident’s words, in the order of the questions', async () => {
  await using gateway = await start();
  const problem = async (body: unknown, language = 'en'): Promise<Problem> => {
    const answer = await gateway.post('/reports', body, { 'accept-language': language });
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    const said = (await answer.json()) as Problem;
    assert.equal(said.status, answer.status);
    return said;
  };
  assert.deepEqual((await problem({})).errors, [
    { field: 'service_code', message: 'Select what you want to report' },
    { field: 'address_string', message: 'Tell us where it is: in words, with your position, or on the map' },
    { field: 'description', message: 'Describe the problem' },
  ]);
  const flyTipping = await problem({ service_code: 'fly-tipping', address_string: 'x', description: 'y' }, 'cy');
  assert.deepEqual(
    flyTipping.errors?.map(({ field }) => field),
    [
      'attributes.waste',
      'attributes.amount',
      'attributes.blocking',
      'attributes.hazardous',
      'attributes.witnessed',
      'attributes.private-land',
    ],
  );
  assert.equal(flyTipping.errors?.[0]?.message, 'Dewiswch pa fath o wastraff ydyw');
  const wrong: [Record<string, unknown>, string][] = [
    [{ service_code: 'dragons' }, 'service_code'],
    [{ service_code: '__proto__' }, 'service_code'],
    [{ lat: 'north' }, 'lat'],
    [{ lat: 91 }, 'lat'],
    [{ long: null }, 'lat'],
    [{ ...ashton }, 'lat'],
    [{ ...nowhere }, 'lat'],
    [{ address_string: 'x'.repeat(501) }, 'address_string'],
    [{ description: 'x'.repeat(200_000) }, 'description'],
    [{ description: ' \u202e\u0000\n ' }, 'description'],
    [{ attributes: { ...flyTippingReport.attributes, amount: ['single-bag', 'lorry'] } }, 'attributes.amount'],
    [{ attributes: { ...flyTippingReport.attributes, waste: ['gold'] } }, 'attributes.waste'],
    [{ photos: ['A'.repeat(22)] }, 'photos'],
    [{ photos: ['../../etc/passwd'] }, 'photos'],
    [{ photos: Array.from({ length: 6 }, (_, index) => String(index)) }, 'photos'],
    [{ contact: { name: 'x'.repeat(201) } }, 'contact.name'],
    [{ contact: { email: 'nobody' } }, 'contact.email'],
    [{ contact: { phone: '12' } }, 'contact.phone'],
  ];
  for (const [change, field] of wrong) {
    const { errors, status } = await problem({ ...flyTippingReport, ...change });
    assert.equal(status, 422, JSON.stringify(change).slice(0, 80));
    assert.deepEqual(
      errors?.map((error) => error.field),
      [field],
      JSON.stringify(change).slice(0, 80),
    );
    assert.doesNotMatch(errors?.[0]?.message ?? '', /invalid|please|sorry/i);
  }
  const outside = await problem({ ...flyTippingReport, ...ashton });
  assert.equal(outside.errors?.[0]?.message, 'This is in the area of Ashton. Report it to them: https://ashton.example/report');
  for (const [body, status] of [
    ['{', 400],
    ['[]', 422],
    ['null', 422],
    ['{"description":5}', 422],
    ['{"attributes":{"waste":{"a":1}}}', 422],
  ] as const) {
    const answer = await gateway.fetch('/reports', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    assert.equal(answer.status, status, body);
  }
  assert.equal(
    (await gateway.fetch('/reports', { method: 'POST', body: JSON.stringify(flyTippingReport), headers: { 'content-type': 'text/plain' } }))
      .status,
    415,
  );
  const foreign = await gateway.post('/reports', flyTippingReport, { origin: 'https://elsewhere.example' });
  assert.equal(foreign.status, 403);
});

test('hostile text is kept as text', async () => {
  await using gateway = await start();
  const description = '<script>alert(1)</script> \u202eevil\u202c {"__proto__":{"a":1}} 👩‍👩‍👧 ${7*7} \'; drop table reports_report; --';
  const body = `{"service_code":"fly-tipping","lat":${millLane.lat},"long":${millLane.long},"__proto__":{"polluted":1},"description":${JSON.stringify(description)},"attributes":{"__proto__":"x",${JSON.stringify(flyTippingReport.attributes).slice(1)}}`;
  const answer = await gateway.fetch('/reports', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  assert.equal(answer.status, 201, await answer.clone().text());
  const { reference } = v.parse(createdReportSchema, await answer.json());
  const followed = v.parse(followedReportSchema, await gateway.json(`/reports/${reference}`));
  assert.equal(followed.description, description.replace(/[\u202a-\u202e]/g, ''));
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
});

test('one key, one report: eight at once, and again later', async () => {
  await using gateway = await start();
  const headers = { 'idempotency-key': 'one-of-its-kind' };
  const answers = await Promise.all(Array.from({ length: 8 }, () => gateway.post('/reports', flyTippingReport, headers)));
  answers.push(await gateway.post('/reports', flyTippingReport, headers));
  assert.deepEqual(
    answers.map(({ status }) => status),
    answers.map(() => 201),
  );
  const references = await Promise.all(answers.map(async (answer) => v.parse(createdReportSchema, await answer.json()).reference));
  assert.equal(new Set(references).size, 1);
  const list = (await gateway.json('/open311/v2/requests.json')) as unknown[];
  assert.equal(list.length, 1);
  assert.equal((await gateway.post('/reports', { ...flyTippingReport, description: 'Another' }, headers)).status, 409);
});

test('nearby: open ones, nearest first, without the position in the address', async () => {
  await using gateway = await start({ reports: { open311: { apiKeys: ['back-office'] } } });
  const metres = (north: number) => ({ lat: millLane.lat + north / 111_195, long: millLane.long });
  const far = await report(gateway, metres(80));
  const near = await report(gateway, metres(20));
  const closed = await report(gateway, metres(10));
  await report(gateway, metres(400));
  await report(gateway, { lat: undefined, long: undefined, address_string: 'Mill Lane' });
  await gateway.form('/open311/v2/servicerequestupdates.json', [
    ['api_key', 'back-office'],
    ['service_request_id', closed],
    ['status', 'fixed'],
    ['description', 'Done'],
  ]);
  const position = `lat=${millLane.lat}&long=${millLane.long}`;
  const asked = v.parse(nearbySchema, await gateway.json(`/reports/nearby?${position}&service_code=fly-tipping`));
  assert.deepEqual(
    asked.reports.map(({ reference, distance }) => ({ reference, distance })),
    [
      { reference: near, distance: 20 },
      { reference: far, distance: 80 },
    ],
  );
  assert.deepEqual(
    v.parse(nearbySchema, await (await gateway.post('/reports/nearby', { ...millLane, service_code: 'fly-tipping' })).json()),
    asked,
  );
  assert.equal(v.parse(nearbySchema, await gateway.json(`/reports/nearby?${position}&radius=500`)).reports.length, 3);
  assert.equal(v.parse(nearbySchema, await gateway.json(`/reports/nearby?${position}&service_code=pothole`)).reports.length, 0);
  for (const query of [
    '',
    'lat=1',
    'lat=x&long=1',
    'lat=91&long=0',
    `${position}&radius=0`,
    `${position}&radius=100000`,
    'lat=&long=',
    `${position}&lat=1`,
  ]) {
    assert.equal((await gateway.fetch(`/reports/nearby?${query}`)).status, 400, query);
  }
});

test('what is under the pin, in words', async () => {
  await using gateway = await start();
  const place = async ({ lat, long }: { lat: number; long: number }, language = 'en') =>
    v.parse(placeSchema, await gateway.json(`/reports/place?lat=${lat}&long=${long}`, { headers: { 'accept-language': language } }));
  assert.deepEqual(await place(millLane), { description: 'Mill Lane, Northgate', inside: true, ward: 'Northgate', street: 'Mill Lane' });
  assert.equal((await place({ lat: 52.0062, long: -2 })).description, 'Near Mill Lane, Northgate');
  assert.equal((await place({ lat: 52.0062, long: -2 }, 'cy')).description, 'Ger Lôn y Felin, Porth y Gogledd');
  assert.equal((await place({ lat: 51.975, long: -1.945 })).description, 'Quarry Park, Southgate');
  assert.deepEqual(await place({ lat: 51.96, long: -1.96 }), { description: 'Southgate', inside: true, ward: 'Southgate' });
  assert.deepEqual(await place(ashton), {
    description: 'In the area of Ashton',
    inside: false,
    neighbour: { name: 'Ashton', url: 'https://ashton.example/report' },
  });
  assert.deepEqual(await place(nowhere), { description: 'Outside our area', inside: false });
  assert.deepEqual(v.parse(placeSchema, await (await gateway.post('/reports/place', millLane)).json()), await place(millLane));
});

test('kinds with all their questions, in both languages, kept for offline', async () => {
  await using gateway = await start();
  const answer = await gateway.fetch('/reports/form');
  const { details } = v.parse(reportFormSchema, await answer.json());
  assert.ok(Object.keys(details).length >= 12);
  const tag = answer.headers.get('etag') ?? '';
  assert.equal((await gateway.fetch('/reports/form', { headers: { 'if-none-match': tag } })).status, 304);
  for (const encoding of ['br', 'gzip', 'identity', 'br;q=0']) {
    const same = await gateway.fetch('/reports/form', { headers: { 'accept-encoding': encoding } });
    assert.equal(same.headers.get('content-encoding'), encoding === 'br' || encoding === 'gzip' ? encoding : null);
    assert.deepEqual(Object.keys(v.parse(reportFormSchema, await same.json()).details), Object.keys(details));
  }
  await using few = await start({ reports: { only: ['pothole', 'fly-tipping'] } });
  assert.deepEqual(Object.keys(v.parse(reportFormSchema, await few.json('/reports/form')).details), ['pothole', 'fly-tipping']);
});

test('contact details are deleted when their time is over; the report stays', async () => {
  const clock = new ManualClock();
  await using gateway = await start({ clock, reports: { keepContactDays: 30 } });
  const reference = await report(gateway, { contact: { email: 'planted@example.org' } });
  for (const day of [29, 31]) {
    const before = (gateway.logged().match(/contact details deleted/g) ?? []).length;
    assert.equal(before, 0, `day ${day}`);
    clock.advance(day === 29 ? 29 * 86_400_000 : 2 * 86_400_000);
    await gateway.json(`/reports/${reference}`);
  }
  await until(() => gateway.logged().includes('contact details deleted'), 'the job');
  assert.equal((await gateway.fetch(`/reports/${reference}`)).status, 200);
});

test('a planted name, e-mail and position are in no log and no public answer', async () => {
  await using gateway = await start();
  const planted = { lat: 52.0049871, long: -2.0003217 };
  const reference = await report(gateway, { ...planted, contact: { name: 'Gwenllian Planted', email: 'planted@example.org' } });
  await gateway.post('/reports/nearby', planted);
  await gateway.post('/reports/place', planted);
  await gateway.fetch(`/reports/nearby?lat=${planted.lat}&long=${planted.long}`);
  await gateway.post('/reports', { ...flyTippingReport, ...planted, contact: { email: 'planted@' } });
  await gateway.fetch(`/reports/${reference}`);
  assert.doesNotMatch(gateway.logged(), /planted|gwenllian|52\.0049871|2\.0003217/i);
  assert.match(gateway.logged(), /"route":"\/reports"/);
});

test('wrong settings are named with what is allowed', async () => {
  const { reports } = await import('./index.ts');
  assert.throws(() => reports({ only: ['dragons'] }), /"only" names "dragons".*fly-tipping/s);
  await assert.rejects(
    start({ reports: { map: { boundary: '/nowhere/boundary.geojson' } } }),
    /"map\.boundary" .* \/nowhere\/boundary\.geojson, which cannot be read: there is no such file/,
  );
  await assert.rejects(start({ reports: { map: { wards: { type: 'Topology' } } } }), /"map\.wards" .*: it must be a GeoJSON/);
});
