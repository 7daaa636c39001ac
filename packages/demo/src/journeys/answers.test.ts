/** Ways of answering that only scripts have, and what happens where they fail; changing one's mind. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startDemoProcess, type DemoProcess } from './testing/demo-process.ts';
import { begin, headings, readsWhatIsWrong, toCheckPage } from './testing/fly-tipping.ts';
import { faultsOf, noBrowser, openBrowser, Resident, type ResidentOptions } from './testing/resident.ts';

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

async function atPlace(options: ResidentOptions = {}): Promise<Resident> {
  const resident = await Resident.visit(browser, `${demo.address}/report`, options);
  await begin(resident, { language: 'en' });
  await resident.page.locator('input[name="service"][value="fly-tipping"]').check();
  await resident.goOn();
  await resident.sees(words.where);
  return resident;
}

test('what to report is found by a word that is not its name, under its heading', { skip: noBrowser }, async () => {
  await using resident = await Resident.visit(browser, `${demo.address}/report`);
  const { page } = resident;
  await begin(resident, { language: 'en' });
  const choices = page.getByRole('radio');
  const all = await choices.count();
  assert.ok(all >= 12, `${String(all)} kinds`);
  await page.getByRole('searchbox').fill('mattress');
  await page.getByRole('radio', { name: 'Pothole or damaged road' }).waitFor({ state: 'hidden' });
  assert.deepEqual(await choices.filter({ visible: true }).count(), 1);
  await page.getByRole('radio', { name: 'Fly-tipping' }).check();
  await page.getByText('Rubbish and cleaning', { exact: true }).waitFor();
  await page.getByText('Roads and pavements', { exact: true }).waitFor({ state: 'hidden' });
  // Enter in the search looks, and does not go on with an answer that was not meant.
  await page.getByRole('searchbox').fill('zzz');
  await page.getByRole('searchbox').press('Enter');
  await page
    .getByText(/^Nothing in this list matches “zzz”/)
    .first()
    .waitFor();
  assert.equal(await resident.heading, words.what);
  await page.getByRole('searchbox').fill('');
  await resident.goOn();
  await resident.sees(words.where);
});

test(
  'a position in a neighbour’s area: it says whose, with a link to report it there, and takes words instead',
  { skip: noBrowser },
  async () => {
    await using resident = await atPlace({ position: { latitude: 52.4512, longitude: -4.6196 } });
    const { page } = resident;
    await page.getByRole('button', { name: 'Use my position' }).click();
    const link = page.getByRole('link', { name: 'Report it to Ashton' });
    await link.first().waitFor();
    assert.equal(await link.first().getAttribute('href'), 'https://ashton.example/report');
    await page.locator('input[name="where-words"]').fill('on the boundary');
    await resident.goOn();
    const [message = ''] = await resident.errors();
    assert.match(message, /^This is in the area of Ashton\. Report it to them/);
    await readsWhatIsWrong(resident, [message]);
    assert.deepEqual(await faultsOf(resident), []);
    assert.equal(await page.locator('input[name="where-words"]').inputValue(), 'on the boundary');
    await page.getByRole('button', { name: 'Remove the position' }).click();
    await resident.goOn();
    await resident.sees(words.details);
  },
);

test('a device that gives no position, and a map that does not come, leave words', { skip: noBrowser }, async () => {
  await using resident = await atPlace();
  const { page } = resident;
  await page.getByRole('button', { name: 'Use my position' }).click();
  await page.getByText(/^Your device did not give its position\./).waitFor();
  await page.route('**/*.js', (route) => route.abort());
  await page.getByRole('button', { name: 'Choose on a map' }).click();
  await page.getByText(/^The map did not load\. Try again, or use one of the other ways\./).waitFor();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Choose on a map' }).click();
  await page.getByRole('application').waitFor();
  await page.locator('input[name="where-words"]').fill('behind the oak');
  await resident.goOn();
  await resident.sees(words.details);
});

test('the map takes a press and a drag, and says in words what is at the pin', { skip: noBrowser }, async () => {
  await using resident = await atPlace();
  const { page } = resident;
  await page.getByRole('button', { name: 'Choose on a map' }).click();
  const map = page.getByRole('application');
  await map.click({ position: { x: 120, y: 90 } });
  const said = page.getByText(/^The pin is (at: |on the map)/).first();
  await said.waitFor();
  const first = await page.locator('input[name="where-lat"]').inputValue();
  await page.locator('.leaflet-marker-icon').dragTo(map, { targetPosition: { x: 240, y: 160 } });
  await page.waitForFunction(
    (before) =>
      document.querySelector('council-report-issue')?.shadowRoot?.querySelector<HTMLInputElement>('input[name="where-lat"]')?.value !==
      before,
    first,
  );
  await said.waitFor();
  assert.deepEqual(resident.complaints, []);
});

for (const javaScript of [true, false]) {
  test(
    `a change is made from the check page, and another called off: ${javaScript ? 'with' : 'without'} JavaScript`,
    { skip: noBrowser },
    async () => {
      await using resident = await Resident.visit(browser, `${demo.address}/report`, { javaScript });
      const { page } = resident;
      await begin(resident, { language: 'en' });
      await toCheckPage(resident, { language: 'en', place: 'behind the oak', description: 'A sofa', name: 'Ann' });
      const change = (what: string) => page.getByRole('link', { name: `Change ${what}` }).click();
      await change('name');
      await resident.sees(words.contact);
      await page.locator('input[name="name"]').fill('Bob');
      await resident.goOn();
      await resident.sees(words.check);
      await page.getByText('Bob', { exact: true }).waitFor();
      await change('email address');
      await resident.sees(words.contact);
      await page.locator('input[name="email"]').fill('not an address');
      await page.getByText('Back', { exact: true }).click();
      await resident.sees(words.check);
      assert.equal(await page.getByText('not an address').count(), 0);
      await page.getByText('Bob', { exact: true }).waitFor();
      assert.deepEqual(resident.complaints, []);
    },
  );
}
