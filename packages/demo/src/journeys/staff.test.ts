/** Officers deal with a report, the resident sees it, and nobody else learns who that is. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { reportOverApi, startDemoProcess, type DemoProcess } from './testing/demo-process.ts';
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

const planted = { name: 'Gwenllian Planted', email: 'gwenllian.planted@example.org', phone: '07700 900 982' };
const leak = /gwenllian|planted|900 ?982/i;

const words = {
  en: {
    list: 'Reports',
    narrow: 'Narrow the list',
    words: 'Words',
    show: 'Show',
    status: 'New status',
    update: 'Update',
    save: 'Publish the update',
    saved: 'The update is published.',
    done: 'Being worked on',
  },
  cy: {
    list: 'Adroddiadau',
    narrow: 'Culhau’r rhestr',
    words: 'Geiriau',
    show: 'Dangos',
    status: 'Statws newydd',
    update: 'Diweddariad',
    save: 'Cyhoeddi’r diweddariad',
    saved: 'Mae’r diweddariad wedi’i gyhoeddi.',
    done: 'Gwaith ar y gweill',
  },
} as const;

for (const javaScript of [true, false]) {
  for (const language of ['en', 'cy'] as const) {
    const say = words[language];
    test(
      `list, filter, open, update; the resident sees it: ${javaScript ? 'with' : 'without'} JavaScript, ${language}`,
      { skip: noBrowser },
      async () => {
        const place = `by the ${language} ${javaScript ? 'bridge' : 'ford'}`;
        const reference = await reportOverApi(demo, { address_string: place, contact: planted });
        await reportOverApi(demo, { address_string: 'in quite another place' });
        const faults: string[] = [];
        await using officer = await Resident.visit(browser, `${demo.gateway}/staff/reports?lang=${language}`, { javaScript, width: 1280 });
        const { page } = officer;
        await officer.sees(say.list);
        faults.push(...(await faultsOf(officer, { desk: language === 'en' })));
        await page.getByText(say.narrow, { exact: true }).click();
        await page.getByRole('textbox', { name: say.words }).fill(place);
        await page.getByRole('button', { name: say.show, exact: true }).click();
        await page.waitForURL(/[?&]words=./);
        await page.getByRole('row').filter({ hasText: reference }).waitFor();
        for (const row of await page.locator('tbody tr').allInnerTexts()) assert.ok(row.includes(place), row);
        faults.push(...(await faultsOf(officer, { desk: language === 'en' })));

        await page.getByRole('link', { name: reference }).click();
        await officer.sees(new RegExp(reference));
        await page.getByText(planted.email).waitFor();
        await page.getByRole('button', { name: say.save }).click();
        assert.equal((await officer.errors()).length, 1);
        faults.push(...(await faultsOf(officer, { desk: language === 'en' })));
        await page.getByLabel(say.status).selectOption({ label: say.done });
        await page.getByLabel(say.update, { exact: true }).fill('A crew is on its way. <b>Ann</b> leads it.');
        await page.getByRole('button', { name: say.save }).click();
        await page.getByText(say.saved).waitFor();
        faults.push(...(await faultsOf(officer, { desk: language === 'en' })));

        await using follower = await Resident.visit(browser, `${demo.address}${language === 'cy' ? '/cy' : ''}/follow`, { javaScript });
        await follower.page.getByRole('textbox').fill(reference.toLowerCase().replace('-', ' '));
        await follower.page.locator('main form button').click();
        await follower.sees(new RegExp(reference));
        await follower.page.getByText('A crew is on its way. <b>Ann</b> leads it.').waitFor();
        await follower.page.getByText(say.done).first().waitFor();
        assert.doesNotMatch(await follower.page.content(), leak);
        faults.push(...(await faultsOf(follower, { desk: language === 'en' })));

        assert.deepEqual(faults, []);
        assert.deepEqual([...officer.complaints, ...follower.complaints], []);
      },
    );
  }
}

test('who reported it is in no public answer of the gateway and in no line of the log', { skip: noBrowser }, async () => {
  const reference = await reportOverApi(demo, {
    address_string: 'by the private bridge',
    lat: 52.4261,
    long: -4.6137,
    description: `Ring me: ${planted.phone}, ${planted.email}. ${planted.name}`,
    contact: planted,
  });
  const read = async (path: string, init?: RequestInit): Promise<void> => {
    const answer = await demo.fetch(`/gateway${path}`, init);
    const text = await answer.text();
    assert.ok(answer.ok, `${path}: ${String(answer.status)} ${text.slice(0, 200)}`);
    assert.ok(text.includes(reference), `${path} tells of the report`);
    assert.doesNotMatch(text, leak, path);
  };
  await read(`/reports/${reference}`);
  await read(`/reports/${reference}`, { headers: { accept: 'text/html' } });
  for (const format of ['json', 'xml']) {
    await read(`/open311/v2/requests.${format}?page_size=1000`);
    await read(`/open311/v2/requests/${reference}.${format}`);
  }
  await read('/reports/nearby', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lat: 52.4261, long: -4.6137, service_code: 'fly-tipping' }),
  });
  assert.doesNotMatch(demo.output(), leak);
});
