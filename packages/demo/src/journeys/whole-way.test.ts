/** The resident's whole way through the demo council as it is started and built for them: four ways, nobody left out. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import type { Language } from '@council-kit/core';
import { startDemoProcess, type DemoProcess } from './testing/demo-process.ts';
import { reportFlyTipping, type Stop } from './testing/fly-tipping.ts';
import { phonePicture } from './testing/pictures.ts';
import { faultsOf, noBrowser, openBrowser, Resident } from './testing/resident.ts';

let browser: Browser;
let demo: DemoProcess;
before(async () => {
  if (noBrowser) return;
  demo = await startDemoProcess();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.[Symbol.asyncDispose]();
});

/** Found nowhere else: in no log, no address, no page but the resident's own and the officer's. */
const planted = {
  name: 'Gwenllian Planted',
  email: 'gwenllian.planted@example.org',
  position: { latitude: 52.4262173, longitude: -4.6136419 },
};
const leak = /gwenllian|planted@|52[.,]4262|4[.,]6136/i;

for (const javaScript of [true, false]) {
  for (const language of ['en', 'cy'] as const) {
    test(`fly-tipping ${javaScript ? 'with' : 'without'} JavaScript, ${language}`, { skip: noBrowser }, () =>
      wholeWay(javaScript, language),
    );
  }
}

async function wholeWay(javaScript: boolean, language: Language): Promise<void> {
  const prefix = language === 'cy' ? '/cy' : '';
  await using resident = await Resident.visit(browser, `${demo.address}${prefix}/report`, {
    javaScript,
    position: planted.position,
  });
  const { page } = resident;
  const faults: string[] = [];
  const stops: Stop[] = [];
  const description = `Soffa, sofa ${String(javaScript)} ${language}`;
  const reference = await reportFlyTipping(resident, {
    language,
    place: javaScript ? 'behind the oak' : 'Ash Terrace, behind the oak',
    description,
    photo: await phonePicture(),
    name: planted.name,
    email: planted.email,
    wronglyFirst: true,
    // The first of the four reports it; the others are told.
    knownNearby: !(javaScript && language === 'en'),
    ...(javaScript && { atPlace: putPin }),
    at: async (stop) => {
      stops.push(stop);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      faults.push(...(await faultsOf(resident)));
    },
  });
  assert.ok(stops.length > 10, stops.join(', '));

  await page.getByRole('link', { name: language === 'cy' ? 'Dilyn yr adroddiad hwn' : 'Follow this report' }).click();
  await resident.sees(`${language === 'cy' ? 'Adroddiad' : 'Report'} ${reference}`);
  assert.equal(await page.locator('html').getAttribute('lang'), language);
  faults.push(...(await faultsOf(resident)));
  assert.doesNotMatch(await page.content(), leak);
  const photo = await page.getByRole('img').and(page.locator('main img')).getAttribute('src');
  const kept = await demo.fetch(new URL(photo ?? '', page.url()).pathname);
  const { exif, xmp, iptc, orientation } = await sharp(Buffer.from(await kept.arrayBuffer())).metadata();
  assert.deepEqual({ exif, xmp, iptc, orientation }, { exif: undefined, xmp: undefined, iptc: undefined, orientation: undefined });

  assert.deepEqual(faults, []);
  assert.deepEqual(resident.complaints, []);
  const asked = resident.urls.filter((url) => !url.startsWith('blob:'));
  assert.deepEqual([...new Set(asked.map((url) => new URL(url).origin))], [demo.address]);
  assert.deepEqual(
    asked.filter((url) => leak.test(decodeURIComponent(url))),
    [],
  );
  assert.doesNotMatch(demo.output(), leak);
  assert.match(demo.output(), /"level":"debug"|"level":"info"/, 'the log tells something');
}

/** By the device, then by the keyboard alone: no pointer, no drag. */
async function putPin({ page }: Resident): Promise<void> {
  const ways = page.locator('.council-report-place__way button');
  await ways.first().press('Enter');
  await page.locator('.council-report-place__said strong').waitFor();
  await ways.nth(1).press('Enter');
  const map = page.getByRole('application');
  await map.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByText(/^(The pin is at|Mae’r pin yn): .*(Ash Terrace|Teras yr Onnen)/).waitFor();
}
