/** The same service by one script tag in a page the council does not control, with its hostile style sheet. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { accountsToPay } from './testing/accounts-to-pay.ts';
import { startDemoProcess, type DemoProcess } from './testing/demo-process.ts';
import { reportFlyTipping } from './testing/fly-tipping.ts';
import { noBrowser, openBrowser, Resident } from './testing/resident.ts';

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

test('a report from the parish newsletter', { skip: noBrowser }, async () => {
  await using resident = await Resident.visit(browser, `${demo.address}/elsewhere`);
  const { page } = resident;
  const small: string[] = [];
  const reference = await reportFlyTipping(resident, {
    language: 'en',
    place: 'behind the vicarage',
    description: 'A sofa',
    at: async (stop) => {
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(sideways, 0, `“${stop}” scrolls sideways`);
      const sizes = await page.evaluate(() =>
        [
          ...(document
            .querySelector('council-report-issue')
            ?.shadowRoot?.querySelectorAll<HTMLElement>('p, label, legend, button, input, textarea') ?? []),
        ]
          .filter((each) => each.checkVisibility() && !each.closest('[aria-hidden=true]') && each.innerText.trim() !== '')
          .map(
            (each) =>
              `${getComputedStyle(each).fontSize} ${getComputedStyle(each).fontFamily.includes('Georgia') ? 'Georgia ' : ''}${each.innerText.slice(0, 40)}`,
          ),
      );
      small.push(...sizes.filter((each) => parseFloat(each) < 14 || each.includes('Georgia')));
    },
  });
  assert.deepEqual(small, [], 'the page’s own 10 px and Georgia stay outside');
  await page.getByRole('link', { name: 'Follow this report' }).click();
  await resident.sees(`Report ${reference}`);
  assert.deepEqual(resident.complaints, []);
  assert.deepEqual([...new Set(resident.urls.filter((url) => !url.startsWith('blob:')).map((url) => new URL(url).origin))], [demo.address]);
});

test('a council tax bill there, paid in its place', { skip: noBrowser }, async () => {
  const [account] = await accountsToPay(demo, 1);
  await using resident = await Resident.visit(browser, `${demo.address}/elsewhere`);
  const { page } = resident;
  await page.getByLabel('What is your council tax account number?').fill(account?.account ?? '');
  await page.getByLabel('Postcode').fill(account?.postcode ?? '');
  await page.getByRole('button', { name: 'See the bill' }).click();
  await resident.sees(/Council tax bill 2026/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  await page.getByRole('button', { name: 'Pay council tax' }).click();
  await resident.sees('How much do you want to pay?');
  // The page has a report beside it, with a button of that name.
  const payment = page.locator('council-payment');
  await payment.getByLabel('Another amount').check();
  await payment.getByLabel('Amount in pounds').fill('10');
  await payment.getByRole('button', { name: 'Continue' }).click();
  await resident.sees('Where should we send your receipt?');
  await payment.getByRole('button', { name: 'Continue' }).click();
  await payment.getByRole('button', { name: 'Pay £10.00' }).click();
  await page.getByLabel('Card number').waitFor();
  assert.deepEqual(resident.complaints, []);
});

test('without JavaScript it has a link to the pages', { skip: noBrowser }, async () => {
  await using resident = await Resident.visit(browser, `${demo.address}/elsewhere`, { javaScript: false });
  await resident.page.getByRole('link', { name: 'Report a problem to the council' }).click();
  await resident.sees('What do you want to report?');
  assert.deepEqual(resident.complaints, []);
});

test('a browser that asks for an icon by its old name gets one', async (context) => {
  if (noBrowser) return context.skip(noBrowser);
  const icon = await demo.fetch('/favicon.ico');
  assert.equal(icon.status, 200);
  assert.equal(icon.headers.get('content-type'), 'image/svg+xml');
});
