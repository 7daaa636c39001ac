/** The council's own pages around its services. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDemoProcess, type DemoProcess } from './testing/demo-process.ts';
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

const ofNoLanguage = /^(English|Cymraeg|Demo|01632 960 460|hello@aldermere\.example)$/;

for (const path of ['', '/follow', '/accessibility', '/privacy', '/cookies', '/no-such-page']) {
  test(`${path || '/'}: in both languages, each with the way to the other, and nothing wrong with it`, { skip: noBrowser }, async () => {
    await using resident = await Resident.visit(browser, `${demo.address}${path || '/'}`);
    const { page } = resident;
    const faults = await faultsOf(resident);
    const english = await resident.lines();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    if (path === '/no-such-page') await page.goto(`${demo.address}/cy${path}`);
    else await page.getByRole('link', { name: 'Cymraeg' }).click();
    await page.locator('html[lang=cy]').waitFor();
    faults.push(...(await faultsOf(resident)));
    const welsh = await resident.lines();
    assert.deepEqual(
      welsh.all.filter((line) => english.all.includes(line) && !ofNoLanguage.test(line)),
      [],
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(resident.complaints, []);
  });
}

test('a card of the home page has the same space above its words as below', { skip: noBrowser }, async () => {
  await using resident = await Resident.visit(browser, demo.address, { width: 320 });
  const { above, below } = await resident.page
    .locator('.site-card')
    .first()
    .evaluate((card) => {
      const [box, first, last] = [card, card.firstElementChild, card.lastElementChild].map((each) => each?.getBoundingClientRect());
      return { above: (first?.top ?? 0) - (box?.top ?? 0), below: (box?.bottom ?? 0) - (last?.bottom ?? 0) };
    });
  assert.ok(Math.abs(above - below) <= 4, `${String(above)} px above, ${String(below)} px below`);
});

test('an address with a slash at its end leads to the page', { skip: noBrowser }, async () => {
  for (const [path, page] of [
    ['/cy/', '/cy'],
    ['/council-tax/', '/council-tax'],
    ['/gateway/council-tax/calculator/', '/gateway/council-tax/calculator'],
  ] as const) {
    const answer = await demo.fetch(path);
    assert.deepEqual([answer.status, new URL(answer.url).pathname], [200, page]);
  }
});
