/** Somebody who has moved: an address found by its postcode and one written by hand, with JavaScript and without. */
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

const words = {
  en: {
    start: 'Start now',
    home: 'What is your new address?',
    when: 'When did you move in?',
    before: 'Where did you live before?',
    byHand: 'Enter address manually',
    who: 'Who has moved?',
    check: 'Check your answers before you send them',
    missing: 'Enter a postcode',
  },
  cy: {
    start: 'Dechrau nawr',
    home: 'Beth yw eich cyfeiriad newydd?',
    when: 'Pryd symudoch i mewn?',
    before: 'Ble roeddech chi’n byw o’r blaen?',
    byHand: 'Rhoi’r cyfeiriad â llaw',
    who: 'Pwy sydd wedi symud?',
    check: 'Gwiriwch eich atebion cyn eu hanfon',
    missing: 'Rhowch god post',
  },
} as const;

for (const [language, javaScript] of [
  ['en', true],
  ['cy', false],
] as const) {
  test(`moved, ${javaScript ? 'with' : 'without'} JavaScript, ${language}`, { skip: noBrowser }, async () => {
    const say = words[language];
    const faults: string[] = [];
    await using resident = await Resident.visit(browser, `${demo.address}${language === 'cy' ? '/cy' : ''}/moved`, { javaScript });
    const { page } = resident;
    const sees = async (heading: string): Promise<void> => {
      await resident.sees(heading);
      faults.push(...(await faultsOf(resident)));
    };
    if (!javaScript) await page.getByRole('button', { name: say.start }).click();
    await sees(say.home);
    await resident.goOn();
    assert.deepEqual(await resident.errors(), [say.missing]);

    if (javaScript) {
      await page.getByRole('combobox').fill('am1a1ja');
      await page.getByRole('option').nth(1).click();
    } else {
      await page.locator('[name=home-search]').fill('am1a1ja');
      await resident.goOn();
      await page.locator('[name=home-picked]').nth(1).check();
    }
    faults.push(...(await faultsOf(resident)));
    await resident.goOn();
    await sees(say.when);
    for (const [part, value] of [
      ['day', '27'],
      ['month', '3'],
      ['year', '2026'],
    ] as const)
      await page.locator(`[name=moved-on-${part}]`).fill(value);
    await resident.goOn();

    await sees(say.before);
    await page.getByRole('button', { name: say.byHand }).click();
    for (const [part, value] of [
      ['line-1', '1 Rue de la Paix'],
      ['town', 'Paris'],
      ['country', 'France'],
    ] as const)
      await page.locator(`[name=before-${part}]`).fill(value);
    faults.push(...(await faultsOf(resident)));
    await resident.goOn();

    await sees(say.who);
    await page.locator('[name=name]').fill('Angharad Planted');
    await page.locator('[name=email]').fill('angharad.planted@example.org');
    await resident.goOn();
    await sees(say.check);
    const answers = await page.locator('.council-summary-list').first().innerText();
    assert.match(answers, /AM1A 1JA[\s\S]*1 Rue de la Paix[\s\S]*France/);
    await resident.goOn();
    assert.match(await page.locator('.council-panel').innerText(), /[0-9A-Z]{5}-[0-9A-Z]{5}/);

    assert.deepEqual(faults, []);
    assert.deepEqual(resident.complaints, []);
    const leak = /angharad|planted@|rue%20de|rue\+de/i;
    assert.deepEqual(
      resident.urls.filter((url) => leak.test(url)),
      [],
    );
    assert.doesNotMatch(demo.output(), /angharad|planted@|Rue de la Paix|am1a ?1ja/i);
  });
}

test('Back and Forward keep the address: chosen, and written by hand', { skip: noBrowser }, async () => {
  await using resident = await Resident.visit(browser, `${demo.address}/moved`, { javaScript: true });
  const { page } = resident;
  await resident.sees(words.en.home);
  await page.getByRole('combobox').fill('am1a1ja');
  await page.getByRole('option').nth(1).click();
  const chosen = await page.getByRole('combobox').inputValue();
  await resident.goOn();
  await resident.sees(words.en.when);
  await page.goBack();
  await resident.sees(words.en.home);
  assert.equal(await page.getByRole('combobox').inputValue(), chosen);
  await page.goForward();
  await resident.sees(words.en.when);
  for (const [part, value] of [
    ['day', '27'],
    ['month', '3'],
    ['year', '2026'],
  ] as const)
    await page.locator(`[name=moved-on-${part}]`).fill(value);
  await resident.goOn();
  await resident.sees(words.en.before);
  await page.getByRole('button', { name: words.en.byHand }).click();
  await page.locator('[name=before-line-1]').fill('1 Rue de la Paix');
  await page.locator('[name=before-town]').fill('Paris');
  await page.locator('[name=before-country]').fill('France');
  await resident.goOn();
  await resident.sees(words.en.who);
  await page.goBack();
  await resident.sees(words.en.before);
  assert.equal(await page.locator('[name=before-line-1]').inputValue(), '1 Rue de la Paix');
  await page.goForward();
  await resident.sees(words.en.who);
});
