/** The council's other system is switched off: residents notice nothing, and it has every report once when it is back. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { defaultServices } from '@council-kit/reports';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { build } from '@council-kit/testing/run/build.js';
import { until } from '@council-kit/testing/until.js';
import type { Browser } from 'playwright-core';
import { startBackOffice } from '../council/back-office.ts';
import { startDemo, type Demo } from '../demo.ts';
import { freePorts } from './testing/demo-process.ts';
import { begin, headings, referenceOn, toCheckPage } from './testing/fly-tipping.ts';
import { noBrowser, openBrowser, Resident } from './testing/resident.ts';

type BackOffice = Awaited<ReturnType<typeof startBackOffice>>;

const clock = new ManualClock();
let folder: string;
let port: number;
let browser: Browser;
let office: BackOffice;
let demo: Demo;
const startOffice = (): Promise<BackOffice> => startBackOffice(defaultServices, port, join(folder, 'book.jsonl'));

before(async () => {
  if (noBrowser) return;
  await build({ only: 'demo' });
  folder = await mkdtemp(join(tmpdir(), 'council-demo-'));
  port = await freePorts(2);
  office = await startOffice();
  demo = await startDemo({ port: 0, dataFolder: folder, clock, backOffice: office.sandbox });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
  await office?.sandbox.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const received = (reference: string): number => office.open311.requests.filter(({ description }) => description.includes(reference)).length;

test('reports are accepted and held while it is away, and delivered once when it returns', { skip: noBrowser }, async () => {
  await office.sandbox.stop();
  const references: string[] = [];
  for (const javaScript of [true, false]) {
    await using resident = await Resident.visit(browser, `${demo.address}/report`, { javaScript });
    await begin(resident, { language: 'en' });
    await toCheckPage(resident, { language: 'en', place: `behind oak ${String(javaScript)}`, description: 'A sofa' });
    await resident.goOn();
    await resident.sees(headings.en.sent);
    references.push(await referenceOn(resident));
  }

  // Officers see that it waits, and why.
  await using officer = await Resident.visit(browser, `${demo.address}/gateway/staff/deliveries`, { width: 1280 });
  await until(async () => {
    await officer.page.reload();
    return (await officer.page.locator('tbody tr').count()) === 2;
  }, 'both wait for the back office');
  clock.advance(2 * 60_000);

  office = await startOffice();
  assert.deepEqual(references.map(received), [0, 0]);
  for (const reference of references) {
    await until(() => {
      clock.advance(60_000);
      return received(reference) > 0;
    }, `${reference} is delivered`);
  }
  // A day later nothing has come twice.
  clock.advance(24 * 3_600_000);
  await officer.page.reload();
  await officer.page.getByText('Everything has been passed on.').waitFor();
  assert.deepEqual(references.map(received), [1, 1]);
});
