/**
 * What the browser tests and stories are answered with is what the gateway answers: recorded from it, and compared with it
 * here. `RECORD=1` writes it anew.
 */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import test from 'node:test';
import { flyTippingReport } from './back-office.ts';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { start } from './gateway.ts';
import { ashton, millLane } from './map.ts';

const file = new URL('../../testing/recorded-answers.json', import.meta.url);
const key = 'back-office-key';

test('recorded answers are those of the gateway', async () => {
  const clock = new ManualClock();
  await using gateway = await start({ clock, reports: { open311: { apiKeys: [key] } } });
  const made = (await (await gateway.post('/reports', flyTippingReport)).json()) as { reference: string };
  clock.advance(3_600_000);
  await gateway.form('/open311/v2/servicerequestupdates.json', [
    ['api_key', key],
    ['service_request_id', made.reference],
    ['status', 'in_progress'],
    ['description', 'A crew is on its way.\nThey have a large van.'],
  ]);
  const asked = async (language: 'en' | 'cy') => {
    const headers = { 'accept-language': language };
    const post = async (path: string, body: unknown) => {
      const answer = await gateway.post(path, body, headers);
      return { status: answer.status, body: (await answer.json()) as unknown };
    };
    return {
      created: await post('/reports', { ...flyTippingReport, description: 'Another' }),
      nothingGiven: await post('/reports', { service_code: 'fly-tipping', ...ashton }),
      nearby: await post('/reports/nearby', { ...millLane, service_code: 'fly-tipping' }),
      nothingNearby: await post('/reports/nearby', { ...millLane, service_code: 'pothole' }),
      place: await post('/reports/place', millLane),
      placeOutside: await post('/reports/place', ashton),
      followed: { status: 200, body: await gateway.json(`/reports/${made.reference}`, { headers }) },
      notFound: { status: 404, body: await gateway.json('/reports/00000-00000', { headers }) },
    };
  };
  const map = await gateway.json('/reports/map');
  // What is near is one report: those that `created` makes are asked for after it.
  const answers = { form: await gateway.json('/reports/form'), map, en: await asked('en'), cy: await asked('cy') };
  const text = JSON.stringify(answers, null, 1)
    .replaceAll(gateway.url.replace(/\/$/, ''), 'https://gateway.example')
    // References are random.
    .replace(/[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}/g, '7Q2KM-9XH4Y')
    .replace(/"update_id": "[^"]*"/g, '"update_id": "1"');
  if (process.env['RECORD']) await writeFile(file, `${text}\n`);
  assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), JSON.parse(text));
});
