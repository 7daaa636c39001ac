/** A resident's whole way with council tax: the bill, what to pay, GOV.UK Pay's own pages (as the sandbox plays them), and back to the answer. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { accountsToPay, type Account } from './testing/accounts-to-pay.ts';
import { startDemoProcess, type DemoProcess } from './testing/demo-process.ts';
import { payByCard, typeCard } from './testing/paying.ts';
import { noBrowser, openBrowser, Resident } from './testing/resident.ts';

let browser: Browser;
let demo: DemoProcess;
/** Accounts with something left to pay by hand. */
let accounts: readonly Account[];

before(async () => {
  if (noBrowser) return;
  demo = await startDemoProcess();
  browser = await openBrowser();
  accounts = await accountsToPay(demo, 4);
});
after(async () => {
  await browser?.close();
  await demo?.[Symbol.asyncDispose]();
});

const planted = 'gwenllian.planted@example.org';

test('in the council’s page, with a script', { skip: noBrowser }, async () => {
  const [{ account, postcode } = { account: '', postcode: '' }] = accounts;
  await using resident = await Resident.visit(browser, `${demo.address}/council-tax`);
  const { page } = resident;
  await page.getByLabel('What is your council tax account number?').fill(account);
  await page.getByLabel('Postcode').fill(postcode);
  await page.getByRole('button', { name: 'See the bill' }).click();
  await resident.sees(/Council tax bill 2026/);
  await page.getByRole('button', { name: 'Pay council tax' }).click();
  await resident.sees('How much do you want to pay?');
  await page.getByLabel('Another amount').check();
  await page.getByLabel('Amount in pounds').fill('£120.50');
  await page.getByRole('button', { name: 'Continue' }).click();
  await resident.sees('Where should we send your receipt?');
  await page.locator('[name=email]').fill(planted);
  await page.getByRole('button', { name: 'Continue' }).click();
  await resident.sees('Check your payment');
  await page.getByRole('button', { name: 'Pay £120.50' }).click();
  await payByCard(page, '4242 4242 4242 4242');
  await resident.sees('Payment received');
  await page.getByText(/receipt to the email address you gave/).waitFor();
  assert.match(page.url(), /\/payment\?payment=[\w-]{22}$/);
  await page.getByText('£120.50').first().waitFor();
  await page.reload();
  await resident.sees('Payment received');
  assert.deepEqual(resident.complaints, []);
  for (const url of resident.urls)
    assert.ok(!/planted/.test(url) && !url.includes(account) && !url.includes(encodeURIComponent(postcode)), url);
  assert.ok(!demo.output().includes(account) && !demo.output().includes('planted'));
});

for (const language of ['en', 'cy'] as const) {
  test(`page by page, without a script (${language})`, { skip: noBrowser }, async () => {
    const { account, postcode } = accounts[language === 'en' ? 1 : 2] ?? { account: '', postcode: '' };
    const cy = language === 'cy';
    await using resident = await Resident.visit(browser, `${demo.address}${cy ? '/cy' : ''}/council-tax`, { javaScript: false });
    const { page } = resident;
    await page.getByRole('link', { name: cy ? 'Gweld eich bil, fesul tudalen' : 'See your bill, page by page' }).click();
    await page.locator('[name=account]').fill(account);
    await page.locator('[name=postcode]').fill(postcode);
    await page.locator('form .council-button').last().click();
    const bill = cy ? /[Tt]reth gyngor 2026/ : /Council tax bill 2026/;
    await resident.sees(bill);
    // The bill is an ordinary page: nothing is sent again.
    await page.reload();
    await resident.sees(bill);
    await page.goBack();
    await page.goForward();
    await resident.sees(bill);
    await page.getByRole('button', { name: cy ? 'Talu’r dreth gyngor' : 'Pay council tax' }).click();
    await page.goBack();
    await resident.sees(bill);
    await page.getByRole('button', { name: cy ? 'Talu’r dreth gyngor' : 'Pay council tax' }).click();
    await page.locator('input[name=amount][value=other]').check();
    await page.locator('[name=amount-other]').fill('75');
    await resident.goOn();
    await resident.sees(cy ? 'I ble dylem anfon eich derbynneb?' : 'Where should we send your receipt?');
    await resident.goOn();
    await resident.sees(cy ? 'Gwiriwch eich taliad' : 'Check your payment');
    await resident.goOn();
    await resident.sees(cy ? 'Talu ar GOV.UK Pay' : 'Pay on GOV.UK Pay');
    await page.getByRole('button', { name: /£75\.00/ }).click();
    await typeCard(page, '4000000000000002');
    // The card was declined: the way back says so, and begins again.
    await page.getByRole('link').last().click();
    await resident.sees(cy ? 'Ni aeth eich taliad drwodd' : 'Your payment did not go through');
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    assert.deepEqual(resident.complaints, []);
    for (const url of resident.urls) assert.ok(!url.includes(account), url);
  });
}

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with a script' : 'page by page, without one';

  test(`a Direct Debit ${how}: bank details are masked once given, in no address and in no log`, { skip: noBrowser }, async () => {
    const { account } = accounts[3] ?? { account: '' };
    await using resident = await Resident.visit(browser, `${demo.address}/direct-debit`, { javaScript });
    const { page } = resident;
    if (!javaScript) await page.getByRole('link', { name: 'Set it up page by page' }).click();
    await page.locator('[name=authorised][value=yes]').check();
    await resident.goOn();
    await page.locator('[name=account]').fill(account);
    await resident.goOn();
    await page.locator('[name=bank-name]').fill('Ann Payer');
    await page.locator('[name=bank-sort-code]').fill('00-00-10');
    await page.locator('[name=bank-account-number]').fill('00734447');
    await resident.goOn();
    await page
      .getByRole('alert')
      .getByText(/does not go with this sort code/)
      .waitFor();
    await page.locator('[name=bank-account-number]').fill('00734446');
    await resident.goOn();
    await page.locator('[name=day][value="15"]').check();
    await resident.goOn();
    await page.locator('[name=instalments][value="12"]').check();
    await resident.goOn();
    await page.locator('[name=email]').waitFor();
    await resident.goOn();
    await resident.sees('Check your Direct Debit');
    assert.ok(!(await resident.form.innerText()).includes('734446'));
    await resident.goOn();
    await resident.sees('Your Direct Debit is set up');
    assert.deepEqual(resident.complaints, []);
    for (const url of resident.urls) assert.doesNotMatch(url, /734446|00-00-10/);
    assert.doesNotMatch(demo.output(), /734446|00-00-10/);
  });

  test(`what a bill would be, ${how}: the answer is an address to share`, { skip: noBrowser }, async () => {
    await using resident = await Resident.visit(browser, `${demo.address}/council-tax/calculator`, { javaScript });
    const { page } = resident;
    if (!javaScript) await page.getByRole('link', { name: 'Work it out on a plain page' }).click();
    await page.locator('[name=band][value=D]').check();
    await page.locator('[name=household][value=one]').check();
    await page.locator('form button').last().click();
    // 1,587.31 + 386.49 + 24.18, less a quarter (499.495, which is 499.50).
    const answer = 'Council tax would be £1,498.48 for the year';
    await resident.sees(answer);
    const shared = await page.getByRole('link', { name: 'Link to this answer' }).getAttribute('href');
    await page.goto(new URL(shared ?? '', page.url()).href);
    await resident.sees(answer);
    assert.deepEqual(resident.complaints, []);
  });
}
