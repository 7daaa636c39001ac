/** The resident's whole way through the demo council as it is started and built for them: four ways, nobody left out. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import type { Language } from '@council-kit/core';
import { reportOverApi, startDemoProcess, type DemoProcess } from './testing/demo-process.ts';
import { reportFlyTipping, type Stop } from './testing/fly-tipping.ts';
import { phonePicture } from './testing/pictures.ts';
import { faultsOf, noBrowser, openBrowser, Resident, type Lines } from './testing/resident.ts';

let browser: Browser;
let demo: DemoProcess;
before(async () => {
  if (noBrowser) return;
  demo = await startDemoProcess();
  browser = await openBrowser();
  // Somebody has been there before.
  await reportOverApi(demo, { address_string: 'Ash Terrace', lat: 52.426, long: -4.6136 });
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

/** What was to be read at each stop, line by line. */
const read = { 'widget en': new Map(), 'widget cy': new Map(), 'pages en': new Map(), 'pages cy': new Map() } as Readonly<
  Record<`${'widget' | 'pages'} ${Language}`, Map<Stop, Lines>>
>;

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
  const reference = await reportFlyTipping(resident, {
    language,
    place: 'Ash Terrace, behind the oak',
    description: 'A sofa and four tyres',
    photo: await phonePicture(),
    name: planted.name,
    email: planted.email,
    wronglyFirst: true,
    knownNearby: true,
    ...(javaScript && { atPlace: putPin }),
    at: async (stop) => {
      stops.push(stop);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      faults.push(...(await faultsOf(resident, { desk: language === 'en' })));
      read[`${javaScript ? 'widget' : 'pages'} ${language}`].set(stop, await resident.lines());
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

test('what breaks the policy, asks elsewhere or is not there would have been noticed', { skip: noBrowser }, async () => {
  await using resident = await Resident.visit(browser, `${demo.address}/report`);
  const { page } = resident;
  await resident.sees('What do you want to report?');
  await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red');
    const image = document.createElement('img');
    image.src = '/no-such-picture.png';
    document.body.append(image);
    const elsewhere = document.createElement('img');
    elsewhere.src = 'https://elsewhere.example/pixel.png';
    document.body.append(elsewhere);
  });
  await page.waitForEvent('response', (response) => response.url().endsWith('/no-such-picture.png'));
  await page.waitForLoadState('networkidle');
  const complaints = resident.complaints.join('\n');
  assert.match(complaints, /inline style/);
  assert.match(complaints, /elsewhere\.example/);
  assert.match(complaints, /404 .*no-such-picture/);
  assert.ok(
    (await faultsOf(resident)).some((fault) => fault.includes('image-alt')),
    'axe-core finds pictures without words',
  );
});

/** What only scripts can do is said in the widget alone. */
const onlyWithScripts: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    /^Back$/,
    /^Search this list$/,
    /^Tell us in whichever way suits you\. You can use more than one\.$/,
    /^(By your position|Your device asks you first\. Best when .*|Use my position)$/,
    /^(On a map|Put a pin where it is, .*|Choose on a map|Pin: Ash Terrace, Northfield)$/,
    /^You have [\d,]+ characters remaining$/,
    /^(Choose files|or drop files|IMG_2001\.jpg \d+\u00a0kB|(IMG_2001\.jpg: )?Uploaded|Copy reference number)$/,
  ],
  cy: [
    /^Yn ôl$/,
    /^Chwilio’r rhestr hon$/,
    /^Dywedwch wrthym ym mha bynnag ffordd sy’n eich siwtio\. .*$/,
    /^(Yn ôl eich lleoliad|Bydd eich dyfais yn gofyn i chi yn gyntaf\. .*|Defnyddio fy lleoliad)$/,
    /^(Ar fap|Rhowch bin lle mae, .*|Dewis ar fap|Pin: Teras yr Onnen, Maes y Gogledd)$/,
    /^Mae gennych [\d,]+ nod ar ôl$/,
    /^(Dewis ffeiliau|neu ollwng ffeiliau yma|IMG_2001\.jpg \d+\u00a0kB|(IMG_2001\.jpg: )?Wedi’i huwchlwytho|Copïo’r cyfeirnod)$/,
  ],
};
/** Without, photos wait for a button. */
const onlyWithoutScripts: Readonly<Record<Language, readonly string[]>> = { en: ['Upload'], cy: ['Uwchlwytho'] };
const reference = /^[0-9A-Z]{5}-[0-9A-Z]{5}$/;

for (const language of ['en', 'cy'] as const) {
  test(`the widget and the pages ask the same questions, in the same words, with the same errors: ${language}`, { skip: noBrowser }, () => {
    for (const [stop, page] of read[`pages ${language}`]) {
      // What is near is more with each report; the council's own page before the first question has a link only without scripts.
      if (stop === 'nearby' || stop === 'home') continue;
      const widget = read[`widget ${language}`].get(stop);
      assert.ok(widget, `the widget has “${stop}”`);
      const added = widget.content.filter((line) => !page.content.includes(line) && !reference.test(line));
      assert.deepEqual(
        added.filter((line) => !onlyWithScripts[language].some((known) => known.test(line))),
        [],
        `only in the widget, at “${stop}”`,
      );
      // What a choice reveals is seen on the page at once: the widget has it and shows it when it is picked.
      assert.deepEqual(
        page.content.filter(
          (line) =>
            !widget.content.includes(line) &&
            !widget.whole.includes(line) &&
            !onlyWithoutScripts[language].includes(line) &&
            !reference.test(line),
        ),
        [],
        `only on the page, at “${stop}”`,
      );
    }
  });
}

/** The same in both languages: names, numbers, and what the resident wrote. */
const ofNoLanguage =
  /^(English|Cymraeg|Demo|01632 960 460|hello@aldermere\.example|problem|IMG_2001\.jpg.*|Ash Terrace.*|(A|Two) sofas?.*|Gwenllian Planted|gwenllian\.planted@example\.org)$/i;

for (const way of ['widget', 'pages'] as const) {
  test(`in Welsh no word of ours is English: ${way}`, { skip: noBrowser }, () => {
    for (const [stop, english] of read[`${way} en`]) {
      const welsh = read[`${way} cy`].get(stop)?.all ?? [];
      assert.ok(welsh.length > 10, `“${stop}” was read in Welsh`);
      assert.deepEqual(
        welsh.filter((line) => english.all.includes(line) && !ofNoLanguage.test(line)),
        [],
        `at “${stop}”`,
      );
    }
  });
}
