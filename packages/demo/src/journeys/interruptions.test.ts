/** What goes wrong on a resident's way, and what must not be lost or sent twice by it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startDemoProcess, type DemoProcess } from './testing/demo-process.ts';
import { begin, headings, referenceOn, toCheckPage } from './testing/fly-tipping.ts';
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

const words = headings.en;
let reports = 0;

/** A resident on the page that shows all answers, of a report that is told apart by its words. */
async function atCheckPage(javaScript: boolean): Promise<{ resident: Resident; description: string }> {
  const description = `A sofa, number ${String((reports += 1))} of these`;
  const resident = await Resident.visit(browser, `${demo.address}/report`, { javaScript });
  await begin(resident, { language: 'en' });
  await toCheckPage(resident, { language: 'en', place: `behind oak ${String(reports)}`, description });
  return { resident, description };
}

/** How many reports of these words the council has. */
async function kept(description: string): Promise<number> {
  const all = (await (await demo.fetch('/gateway/open311/v2/requests.json?page_size=1000')).json()) as { description: string }[];
  return all.filter((report) => report.description === description).length;
}

const describeField = (page: Page) => page.locator('textarea[name="description"]');

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with JavaScript' : 'without JavaScript';

  test(`pressed twice, it is sent once: ${how}`, { skip: noBrowser }, async () => {
    const { resident, description } = await atCheckPage(javaScript);
    await using _ = resident;
    await resident.onward.dblclick();
    await resident.sees(words.sent);
    assert.equal(await kept(description), 1);
    assert.deepEqual(resident.complaints, []);
  });

  test(`sent, then Back and sent again, it is one report with one reference: ${how}`, { skip: noBrowser }, async () => {
    const { resident, description } = await atCheckPage(javaScript);
    await using _ = resident;
    await resident.goOn();
    await resident.sees(words.sent);
    const reference = await referenceOn(resident);
    await resident.page.goBack();
    // From the browser's memory, or anew: either way the way on leads to what was sent.
    if ((await resident.heading) === words.check) await resident.goOn();
    await resident.sees(words.sent);
    assert.equal(await referenceOn(resident), reference);
    assert.equal(await kept(description), 1);
  });

  test(`two tabs are two reports, neither with an answer of the other: ${how}`, { skip: noBrowser }, async () => {
    const { resident: first, description } = await atCheckPage(javaScript);
    await using _ = first;
    await using second = await first.newTab(`${demo.address}/report`);
    if (javaScript) {
      // What the first tab left unfinished is offered; this is another report.
      await second.page.getByRole('button', { name: 'Delete them and start again' }).click();
    }
    await begin(second, { language: 'en' });
    await toCheckPage(second, { language: 'en', place: 'by the second gate', description: `${description} (the second)` });
    await first.goOn();
    await first.sees(words.sent);
    await second.goOn();
    await second.sees(words.sent);
    assert.notEqual(await referenceOn(first), await referenceOn(second));
    assert.deepEqual([await kept(description), await kept(`${description} (the second)`)], [1, 1]);
  });

  test(
    `the language is changed in the middle and no answer is lost, what was typed and not yet sent included: ${how}`,
    { skip: noBrowser },
    async () => {
      await using resident = await Resident.visit(browser, `${demo.address}/report`, { javaScript });
      const { page } = resident;
      await begin(resident, { language: 'en' });
      await page.locator('input[name="service"][value="fly-tipping"]').check();
      await resident.goOn();
      await resident.sees(words.where);
      await page.locator('input[name="where-words"]').fill('behind the bilingual oak');
      await resident.goOn();
      await resident.sees(words.details);
      await page.locator('input[name="fly-tipping-waste"][value="tyres"]').check();
      await describeField(page).fill('Half a sentence that');
      const switchTo = (name: string) => page.getByRole(javaScript ? 'link' : 'button', { name, exact: true }).click();
      await switchTo('Cymraeg');
      await resident.sees(headings.cy.details);
      assert.equal(await page.locator('html').getAttribute('lang'), 'cy');
      assert.equal(await describeField(page).inputValue(), 'Half a sentence that');
      assert.ok(await page.locator('input[name="fly-tipping-waste"][value="tyres"]').isChecked());
      await switchTo('English');
      await resident.sees(words.details);
      assert.equal(await describeField(page).inputValue(), 'Half a sentence that');
      await page.getByRole(javaScript ? 'link' : 'button', { name: 'Back', exact: true }).click();
      await resident.sees(words.where);
      assert.equal(await page.locator('input[name="where-words"]').inputValue(), 'behind the bilingual oak');
      await resident.goOn();
      await resident.sees(words.details);
      assert.equal(await describeField(page).inputValue(), 'Half a sentence that');
      assert.deepEqual(resident.complaints, []);
    },
  );
}

test('a page is loaded again, Back and Forward are used, a tab is closed: what was typed is there', { skip: noBrowser }, async () => {
  await using resident = await Resident.visit(browser, `${demo.address}/report`);
  const { page } = resident;
  await begin(resident, { language: 'en' });
  await page.locator('input[name="service"][value="fly-tipping"]').check();
  await resident.goOn();
  await resident.sees(words.where);
  await page.locator('input[name="where-words"]').fill('behind the patient oak');
  await resident.goOn();
  await resident.sees(words.details);
  await describeField(page).pressSequentially('Half a sentence that');
  await page.reload();
  await resident.sees(words.details);
  assert.equal(await describeField(page).inputValue(), 'Half a sentence that');
  await page.goBack();
  await resident.sees(words.where);
  assert.equal(await page.locator('input[name="where-words"]').inputValue(), 'behind the patient oak');
  await page.goForward();
  await resident.sees(words.details);
  assert.equal(await describeField(page).inputValue(), 'Half a sentence that');
  await describeField(page).press('End');
  await describeField(page).pressSequentially(' was never');
  await page.close({ runBeforeUnload: true });

  await using returned = await resident.newTab(`${demo.address}/report`);
  await returned.sees('You have answers you did not send');
  await returned.page.getByRole('button', { name: 'Continue with them' }).click();
  await returned.sees(words.details);
  assert.equal(await describeField(returned.page).inputValue(), 'Half a sentence that was never');
});

test(
  'the signal goes when it is sent: it says so, keeps everything, and is sent once when the signal is back',
  { skip: noBrowser },
  async () => {
    const { resident, description } = await atCheckPage(true);
    await using _ = resident;
    const { page, context } = resident;
    await context.setOffline(true);
    await resident.goOn();
    await resident.sees('We could not send it');
    assert.equal(await kept(description), 0);
    // The tab may be closed meanwhile, and the phone be put away.
    await page.reload({ timeout: 3_000 }).catch(() => undefined);
    await context.setOffline(false);
    await page.goto(`${demo.address}/report`);
    await resident.sees(words.check);
    await page.getByText(description).waitFor();
    await resident.goOn();
    await resident.sees(words.sent);
    assert.equal(await kept(description), 1);
  },
);

test(
  'the answer to what was sent is lost on its way back: trying again gives the reference of the first',
  { skip: noBrowser },
  async () => {
    const { resident, description } = await atCheckPage(true);
    await using _ = resident;
    const { page } = resident;
    let first: string | undefined;
    await page.route('**/gateway/reports', async (route) => {
      if (first !== undefined) return route.continue();
      const answer = await route.fetch();
      first = ((await answer.json()) as { reference: string }).reference;
      return route.abort('connectionreset');
    });
    await resident.goOn();
    await resident.sees('We could not send it');
    assert.equal(await kept(description), 1);
    await page.getByRole('button', { name: 'Try again' }).click();
    await resident.sees(words.sent);
    assert.equal(await referenceOn(resident), first);
    assert.equal(await kept(description), 1);
  },
);

test('without JavaScript, the power goes at the gateway: the page that is open still submits, once', { skip: noBrowser }, async () => {
  const { resident, description } = await atCheckPage(false);
  await using _ = resident;
  await using other = await resident.newTab(`${demo.address}/gateway/report`);
  await other.sees(words.what);
  await demo.restart();
  await resident.goOn();
  await resident.sees(words.sent);
  assert.equal(await kept(description), 1);
  await other.page.locator('input[name="service"][value="pothole"]').check();
  await other.goOn();
  await other.sees(words.where);
});
