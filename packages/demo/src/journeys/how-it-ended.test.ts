/** Each way in which a payment ends, and is not ended yet: on GOV.UK Pay's own pages and on the page to come back to, in both languages. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startDemoProcess, type DemoProcess } from './testing/demo-process.ts';
import { backToCouncil, payByCard, payDesk, typeCard, words, type Language, type PayDesk } from './testing/paying.ts';
import { faultsOf, noBrowser, openBrowser, Resident } from './testing/resident.ts';

let browser: Browser;
let demo: DemoProcess;
let pay: PayDesk;
before(async () => {
  if (noBrowser) return;
  demo = await startDemoProcess();
  browser = await openBrowser();
  pay = await payDesk(demo);
});
after(async () => {
  await browser?.close();
  await demo?.[Symbol.asyncDispose]();
});

interface End {
  readonly name: string;
  /** From Pay's first page to the council's. */
  readonly end: (page: Page, language: Language) => Promise<void>;
  /** Why, in words; none where it was paid. */
  readonly why?: Readonly<Record<Language, string>>;
}

const cancel = { en: 'Cancel payment', cy: 'Canslo’r taliad' };
const declined = { en: 'Your bank or card provider declined the payment.', cy: 'Gwrthododd eich banc neu ddarparwr eich cerdyn y taliad.' };
const refused = (card: string) => async (page: Page) => {
  await typeCard(page, card);
  await backToCouncil(page);
};
const ends: readonly End[] = [
  { name: 'paid', end: (page, language) => payByCard(page, '4242 4242 4242 4242', language) },
  {
    name: 'paid, and the bank asked',
    async end(page, language) {
      await typeCard(page, '4000002500003155');
      await page.locator('button[name=answer][value=yes]').click();
      await page.getByRole('button', { name: words[language].confirm }).click();
    },
  },
  { name: 'declined', end: refused('4000000000000002'), why: declined },
  { name: 'the card has expired', end: refused('4000000000000069'), why: declined },
  { name: 'the security code is wrong', end: refused('4000000000000127'), why: declined },
  {
    name: 'a technical problem',
    end: refused('4000000000000119'),
    why: { en: 'There was a technical problem at GOV.UK Pay', cy: 'Roedd problem dechnegol gyda GOV.UK Pay' },
  },
  {
    name: 'cancelled',
    async end(page) {
      await page.locator('form[action$="/cancel"] button').click();
      await backToCouncil(page);
    },
    why: { en: 'You cancelled the payment.', cy: 'Gwnaethoch ganslo’r taliad.' },
  },
  {
    name: 'not finished in 90 minutes',
    async end(page) {
      await pay.advance(90 * 60 + 1);
      await typeCard(page, '4242424242424242');
      await backToCouncil(page);
    },
    why: { en: 'More than 90 minutes passed', cy: 'Aeth mwy na 90 munud heibio' },
  },
];

let notice = 10_000_000;
/** A parking fine that nobody has paid, begun: the page on which one pays it. */
async function begin(language: Language, widget: boolean): Promise<{ id: string; number: string; href: string }> {
  notice += 1;
  const answer = await demo.fetch('/gateway/payments', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `end-${notice}`, 'accept-language': language },
    body: JSON.stringify({
      fund: 'parking',
      reference: `AL${notice}`,
      amount: 3_500,
      ...(widget ? { returnUrl: `${demo.address}${language === 'cy' ? '/cy' : ''}/payment` } : {}),
    }),
  });
  const { id, number, next } = (await answer.json()) as { id: string; number: string; next: { href: string } };
  return { id, number, href: next.href };
}

for (const widget of [true, false])
  for (const language of ['en', 'cy'] as const) {
    const said = words[language];
    const where = `${widget ? 'in the widget' : 'on the plain page'} (${language})`;

    test(`each end, ${where}`, { skip: noBrowser, timeout: 180_000 }, async () => {
      for (const { name, end, why } of ends) {
        const { number, href } = await begin(language, widget);
        await using resident = await Resident.visit(browser, href, { javaScript: widget });
        const { page } = resident;
        assert.equal(await page.locator('html').getAttribute('lang'), language, `${name}: GOV.UK Pay speaks it too`);
        await page.getByRole('button', { name: cancel[language] }).waitFor();
        await end(page, language);
        await resident.sees(why ? said.failed : said.paid);
        assert.equal(await page.locator('html').getAttribute('lang'), language, name);
        const reads = (part: string): Promise<void> => page.getByText(part).first().waitFor();
        for (const part of ['£35.00', `AL${notice}`, number]) await reads(part);
        if (why) {
          await reads(why[language]);
          await reads(language === 'en' ? 'Nothing has been taken' : 'Nid oes dim wedi’i gymryd');
          await page.getByRole('button', { name: language === 'en' ? 'Start again' : 'Dechrau eto' }).waitFor();
          await page.getByRole('main').getByRole('link', { name: '01632 960 460' }).waitFor();
        }
        assert.deepEqual(resident.complaints, [], name);
        if (name === 'paid' || name === 'declined') assert.deepEqual(await faultsOf(resident), [], `${name}, ${where}`);
      }
    });

    test(`not ended yet, ${where}: what is known, and the answer as soon as there is one`, { skip: noBrowser }, async () => {
      const { id, href } = await begin(language, widget);
      await using resident = await Resident.visit(browser, href, { javaScript: widget });
      const { page } = resident;
      const lookHere = `${demo.address}/gateway/payments/${id}/return`;
      await using look = await resident.newTab(lookHere);
      await look.sees(said.unfinished);
      await page.locator('#number').waitFor();
      await typeCard(page, '4242424242424242');
      await page.getByRole('button', { name: said.confirm }).waitFor();
      await look.page.goto(lookHere);
      await look.sees(said.confirming);
      await look.page.getByText(language === 'en' ? /Do not pay again/ : /Peidiwch â thalu eto/).waitFor();
      assert.deepEqual(await faultsOf(look), []);
      // Pay still waits for the last press: the way back to it is there.
      await look.page.getByRole('link', { name: language === 'en' ? /have not confirmed it/ : /nad ydych wedi’i gadarnhau/ }).click();
      await look.page.getByRole('button', { name: said.confirm }).waitFor();
      await look.page.goto(lookHere);
      await look.sees(said.confirming);
      await page.getByRole('button', { name: said.confirm }).click();
      // Nobody presses anything: the page asks.
      await look.sees(said.paid);
      await resident.sees(said.paid);
    });
  }

for (const widget of [true, false])
  test(`a receipt ${widget ? 'of the widget' : 'of the plain page'}: printed, and kept`, { skip: noBrowser }, async () => {
    const { number, href } = await begin('en', widget);
    await using resident = await Resident.visit(browser, href, { javaScript: widget });
    const { page } = resident;
    await payByCard(page, '4242 4242 4242 4242');
    await resident.sees(words.en.paid);
    await page.emulateMedia({ media: 'print' });
    for (const text of [words.en.paid, '£35.00', `AL${notice}`, number, 'Aldermere Borough Council'])
      assert.ok(await page.getByText(text).first().isVisible(), `${text} is printed`);
    for (const name of ['Print this page', 'Cymraeg', 'Report a problem'])
      assert.equal(await page.getByText(name, { exact: true }).filter({ visible: true }).count(), 0, `${name} is of no use on paper`);
    assert.ok((await page.pdf({ format: 'A4' })).length > 1_000);
    assert.equal((await page.evaluate(() => document.documentElement.scrollWidth)) <= 794, true, 'as wide as paper');
    if (widget) return;
    // Saved as a file, and opened without a connection.
    const saved = await page.content();
    await using alone = await Resident.visit(browser, 'about:blank', { javaScript: false });
    await alone.context.setOffline(true);
    await alone.page.setContent(saved, { waitUntil: 'commit' });
    await alone.sees(words.en.paid);
    await alone.page.getByText(number).waitFor();
  });
