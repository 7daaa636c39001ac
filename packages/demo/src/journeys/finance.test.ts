/** A resident pays, an officer of the finance team finds it, refunds a part, and the resident's receipt shows it; the books agree. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { accountsToPay, type Account } from './testing/accounts-to-pay.ts';
import { startDemoProcess, type DemoProcess } from './testing/demo-process.ts';
import { payByCard, toCheck, toPay, words } from './testing/paying.ts';
import { faultsOf, noBrowser, openBrowser, Resident } from './testing/resident.ts';

let browser: Browser;
let demo: DemoProcess;
let accounts: readonly Account[];
before(async () => {
  if (noBrowser) return;
  demo = await startDemoProcess();
  browser = await openBrowser();
  accounts = await accountsToPay(demo, 2);
});
after(async () => {
  await browser?.close();
  await demo?.[Symbol.asyncDispose]();
});

const officers = {
  en: {
    list: 'Payments',
    sought: 'Reference or number',
    find: 'Find payments',
    refund: 'Refund',
    howMuch: 'How much do you want to refund?',
    goOn: 'Continue',
    check: 'Check the refund',
    doIt: 'Refund £20.50',
    done: '£20.50 is refunded',
    books: 'Compare and download',
    compare: 'Compare with GOV.UK Pay',
    agree: 'The books agree, to the penny.',
    download: 'Download as CSV',
  },
  cy: {
    list: 'Taliadau',
    sought: 'Cyfeirnod neu rif',
    find: 'Dod o hyd i daliadau',
    refund: 'Ad-dalu',
    howMuch: 'Faint rydych am ei ad-dalu?',
    goOn: 'Parhau',
    check: 'Gwiriwch yr ad-daliad',
    doIt: 'Ad-dalu £20.50',
    done: 'Mae £20.50 wedi’i ad-dalu',
    books: 'Cymharu a lawrlwytho',
    compare: 'Cymharu â GOV.UK Pay',
    agree: 'Mae’r llyfrau’n cytuno, i’r geiniog.',
    download: 'Lawrlwytho fel CSV',
  },
} as const;

for (const [index, language] of (['en', 'cy'] as const).entries()) {
  const javaScript = language === 'en';
  const how = javaScript ? 'with a script' : 'without one';

  test(`paid, found, refunded, on the receipt (${language}, ${how})`, { skip: noBrowser }, async () => {
    const say = officers[language];
    const account = accounts[index] ?? { account: '', postcode: '' };
    await using resident = await Resident.visit(browser, `${demo.address}${language === 'cy' ? '/cy' : ''}/council-tax`, { javaScript });
    await toCheck(resident, account, '75.25', language);
    await toPay(resident, language);
    await payByCard(resident.page, '4242 4242 4242 4242', language);
    await resident.sees(words[language].paid);
    const number = await resident.page.getByText(/^[A-Z]{7}-[A-Z]{7}$/).innerText();
    const receipt = resident.page.url();

    const faults: string[] = [];
    const look = async (): Promise<void> => void faults.push(...(await faultsOf(officer, { desk: language === 'en' })));
    await using officer = await Resident.visit(browser, `${demo.gateway}/staff/finance?lang=${language}`, { javaScript, width: 1280 });
    const { page } = officer;
    await officer.sees(say.list);
    await look();
    // As it is read out on the telephone.
    await page.getByLabel(say.sought).fill(number.toLowerCase().replace('-', ' '));
    await page.getByRole('button', { name: say.find }).click();
    await page.waitForURL(/sought=/);
    await page.getByRole('link', { name: number }).click();
    await officer.sees(new RegExp(number));
    await look();
    await page.getByRole('button', { name: say.refund, exact: true }).click();
    await page.getByLabel(say.howMuch).fill('75.26');
    await page.getByRole('button', { name: say.goOn }).click();
    assert.equal((await officer.errors()).length, 1);
    await look();
    await page.getByLabel(say.howMuch).fill('£20.50');
    await page.getByRole('button', { name: say.goOn }).click();
    await officer.sees(say.check);
    await look();
    const checked = page.url();
    await page.getByRole('button', { name: say.doIt }).dblclick();
    await page.getByText(say.done).waitFor();
    await look();
    // Back to the check: it is done, and is not done again.
    await page.goto(checked);
    await page.getByText(say.done).waitFor();

    await resident.page.goto(receipt);
    await resident.sees(words[language].paid);
    await resident.page.getByText('£20.50', { exact: true }).waitFor();

    await page.goto(`${demo.gateway}/staff/finance?lang=${language}`);
    await page.getByRole('link', { name: say.books }).click();
    await page.getByRole('button', { name: say.compare }).click();
    await page.getByText(say.agree).waitFor();
    await look();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: say.download }).click()]);
    const rows = (await readFile(await file.path(), 'utf8')).split('\r\n').filter((row) => row.includes(number));
    assert.deepEqual(
      rows.map((row) => row.split(',')[6]),
      ['75.25', '-20.50'],
    );

    assert.deepEqual(faults, []);
    assert.deepEqual([...resident.complaints, ...officer.complaints], []);
    // Whose payment it is, is in no address and in no line of the log.
    for (const url of officer.urls) assert.ok(!url.includes(account.account), url);
    assert.ok(!demo.output().includes(account.account));
  });
}
