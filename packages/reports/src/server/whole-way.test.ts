/** The widget in a real browser, against a real gateway: the resident's whole way, and what goes wrong on it. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { phonePicture } from './testing/pictures.ts';
import { startSite, type Site } from './testing/site.ts';

const { chromiumPath } = (await import('@council-kit/testing/browsers/engines.js')) as { chromiumPath: () => Promise<string | undefined> };
const executablePath = await chromiumPath();
const skip = executablePath ? false : 'Chromium is not installed here';

let browser: Browser;
let site: Site;
before(async () => {
  if (!executablePath) return;
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  site = await startSite();
});
after(async () => {
  await browser?.close();
  await site?.[Symbol.asyncDispose]();
});

/** Where the resident stands. */
const planted = { latitude: 52.0050123, longitude: -2.0003217 };

interface Visit extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every address that was asked for. */
  readonly urls: string[];
  /** What the page complained of: errors, refusals of the policy. */
  readonly complaints: string[];
}

async function visit(path = '/'): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    geolocation: { ...planted, accuracy: 9 },
    permissions: ['geolocation'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const urls: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/ERR_(INTERNET_DISCONNECTED|FAILED)/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(site.url + path);
  return {
    page,
    context,
    urls,
    complaints,
    async [Symbol.asyncDispose]() {
      await context.close();
    },
  };
}

const heading = (page: Page, words: string | RegExp) => page.getByRole('heading', { level: 1, name: words }).waitFor();
const go = (page: Page) => page.getByRole('button', { name: 'Continue' }).last().click();

async function toDetails(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Pothole or damaged road' }).check();
  await go(page);
  await heading(page, 'Where is it?');
  await page.getByLabel('In words').fill('outside the old mill');
  await go(page);
  await heading(page, 'Pothole or damaged road');
}

async function fillDetails(page: Page): Promise<void> {
  for (const answer of ['At the edge, by the kerb', 'Larger', 'More than a golf ball'])
    await page.getByRole('radio', { name: answer }).check();
  await page.getByLabel('Describe the problem').fill('A hole as wide as a bus');
  await go(page);
  await heading(page, 'Add photos if you have any');
}

async function toCheck(page: Page): Promise<void> {
  await toDetails(page);
  await fillDetails(page);
  await go(page);
  await heading(page, /How can we contact you/);
  await go(page);
  await heading(page, 'Check your report before you send it');
}

const send = (page: Page) => page.getByRole('button', { name: 'Send the report' }).last();
const kept = async (description: string): Promise<number> => {
  const list = (await (await site.fetch('/gateway/open311/v2/requests.json?page_size=1000')).json()) as { description: string }[];
  return list.filter((report) => report.description.includes(description)).length;
};

test(
  'fly-tipping, with a position, a pin, a photo and a name: kept, followed, and nothing of the person in any address or log',
  { skip },
  async () => {
    await using visitor = await visit();
    const { page, urls, complaints } = visitor;
    await heading(page, 'What do you want to report?');
    assert.ok(!urls.some((url) => url.includes('leaflet') || url.includes('define-')), 'the map is not loaded before it is asked for');
    await page.getByRole('radio', { name: 'Fly-tipping' }).check();
    await go(page);
    await heading(page, 'Where is it?');
    await page.getByRole('button', { name: 'Use my position' }).click();
    await page.getByText('Your position: Mill Lane, Northgate (to within 9 metres)').waitFor();
    await page.getByRole('button', { name: 'Choose on a map' }).click();
    const map = page.getByRole('application');
    await map.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('The pin is at: Mill Lane, Northgate').waitFor();
    await go(page);
    await heading(page, 'Fly-tipping');
    await page.getByRole('checkbox', { name: 'Furniture or mattresses' }).check();
    const pick = (group: string, answer: string) =>
      page.getByRole('group', { name: group }).getByRole('radio', { name: answer, exact: true }).check();
    await pick('How much is there?', 'One item');
    await pick('Is it blocking the way?', 'No');
    await pick('Is there anything dangerous in it?', 'No');
    await pick('Did you see it being dumped?', 'No');
    await pick('Is it on private land?', 'Yes');
    await page.getByText('We cannot clear waste from private land').waitFor();
    await page.getByLabel('Describe the problem').fill('A sofa by the planted gate');
    await go(page);
    await heading(page, 'Add photos if you have any');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'Gwenllian Planted.jpg', mimeType: 'image/jpeg', buffer: await phonePicture() });
    await page.getByText('Uploaded', { exact: true }).waitFor();
    await go(page);
    await page.getByLabel('Full name (optional)').fill('Gwenllian Planted');
    await page.getByLabel('Email address (optional)').fill('planted@example.org');
    await go(page);
    await heading(page, 'Check your report before you send it');
    await send(page).dblclick();
    await heading(page, 'Report sent');
    assert.equal(await kept('A sofa by the planted gate'), 1);
    const followed = page.getByRole('link', { name: 'Follow this report' });
    await followed.click();
    await heading(page, /^Report [0-9A-Z]{5}-[0-9A-Z]{5}$/);
    assert.ok((await page.getByRole('img').count()) === 1);
    assert.ok(!(await page.content()).includes('Gwenllian'));

    assert.deepEqual(complaints, []);
    assert.deepEqual([...new Set(urls.filter((url) => !url.startsWith('blob:')).map((url) => new URL(url).origin))], [site.url]);
    const leaks = /planted|gwenllian|52\.005|2\.0003/i;
    assert.deepEqual(
      urls.filter((url) => leaks.test(url)),
      [],
    );
    assert.doesNotMatch(site.logged(), leaks);
  },
);

test('a reload, Back and Forward lose nothing that was typed', { skip }, async () => {
  await using visitor = await visit();
  const { page } = visitor;
  await toDetails(page);
  await page.getByRole('radio', { name: 'Larger' }).check();
  await page.getByLabel('Describe the problem').fill('Half a sentence that');
  await page.reload();
  await heading(page, 'Pothole or damaged road');
  assert.equal(await page.getByLabel('Describe the problem').inputValue(), 'Half a sentence that');
  assert.ok(await page.getByRole('radio', { name: 'Larger' }).isChecked());
  await page.goBack();
  await heading(page, 'Where is it?');
  assert.equal(await page.getByLabel('In words').inputValue(), 'outside the old mill');
  await page.goForward();
  await heading(page, 'Pothole or damaged road');
  assert.equal(await page.getByLabel('Describe the problem').inputValue(), 'Half a sentence that');
});

test('no signal when it is sent: it says so, keeps everything, and is sent once when the signal is back', { skip }, async () => {
  await using visitor = await visit();
  const { page, context } = visitor;
  await toCheck(page);
  await context.setOffline(true);
  const before = await kept('A hole as wide as a bus');
  await send(page).click();
  await heading(page, 'We could not send it');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await heading(page, 'Report sent');
  assert.equal(await kept('A hole as wide as a bus'), before + 1);
});

test('an answer that is lost on the way is not a second report', { skip }, async () => {
  await using visitor = await visit();
  const { page } = visitor;
  await toCheck(page);
  const before = await kept('A hole as wide as a bus');
  let lost = false;
  await page.route('**/gateway/reports', async (route) => {
    if (lost) return route.continue();
    lost = true;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await send(page).click();
  await heading(page, 'We could not send it');
  assert.equal(await kept('A hole as wide as a bus'), before + 1);
  await page.getByRole('button', { name: 'Try again' }).click();
  await heading(page, 'Report sent');
  assert.equal(await kept('A hole as wide as a bus'), before + 1);
});

test('an answer that is lost, then a corrected report: one report, its reference, and which one it is', { skip }, async () => {
  await using visitor = await visit();
  const { page } = visitor;
  await toCheck(page);
  const before = [await kept('A hole as wide as a bus'), await kept('A hole as wide as a car')];
  let lost = false;
  await page.route('**/gateway/reports', async (route) => {
    if (lost) return route.continue();
    lost = true;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await send(page).click();
  await heading(page, 'We could not send it');
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await heading(page, 'Check your report before you send it');
  await page.getByRole('link', { name: /Change description/i }).click();
  await page.getByLabel('Describe the problem').fill('A hole as wide as a car');
  await go(page);
  await heading(page, 'Check your report before you send it');
  await send(page).click();
  await heading(page, 'Report sent');
  await page.getByText('The changes you made after that were not sent').waitFor();
  assert.deepEqual([await kept('A hole as wide as a bus'), await kept('A hole as wide as a car')], [(before[0] ?? 0) + 1, before[1]]);
});

test('a photo whose upload breaks off is tried again; one that is none is refused with its sentence', { skip }, async () => {
  await using visitor = await visit();
  const { page } = visitor;
  await toDetails(page);
  await fillDetails(page);
  let broken = 0;
  await page.route('**/gateway/uploads', (route) => (broken++ < 1 ? route.abort('connectionreset') : route.continue()));
  await page.locator('input[type=file]').setInputFiles([
    { name: 'hole.jpg', mimeType: 'image/jpeg', buffer: await phonePicture(64, 64) },
    { name: 'program.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ this is a program') },
  ]);
  await page
    .getByText(/must be a photo/)
    .first()
    .waitFor();
  const again = page.getByRole('button', { name: /Try again/ });
  await Promise.race([again.waitFor(), page.getByText('Uploaded', { exact: true }).waitFor()]);
  if (await again.isVisible()) await again.click();
  await page.getByText('Uploaded', { exact: true }).waitFor();
  await page.getByRole('button', { name: /Remove.*program/ }).click();
  await go(page);
  await heading(page, /How can we contact you/);
});

test('without JavaScript the tag holds a link to the same service', { skip }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(site.url);
    await page.getByRole('link', { name: 'Report a problem' }).click();
    await heading(page, 'What do you want to report?');
    await page.getByRole('radio', { name: 'Dog fouling' }).check();
    await go(page);
    await heading(page, 'Where is it?');
  } finally {
    await context.close();
  }
});
