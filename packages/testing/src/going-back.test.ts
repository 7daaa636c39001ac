/** A form that was sent, then Back: what the elements know beside their native controls is there again, and is submitted again. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { addressLookupTemplate } from '@council-kit/address';
import { checkboxesTemplate, fileUploadTemplate, selectTemplate } from '@council-kit/elements/templates.js';
import { renderToString } from '@council-kit/gateway';
import { build } from 'esbuild';
import { html } from 'lit';
import { launch, type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { find, isInstalled, type Engine } from './browsers/engines.ts';
import { strictPolicy } from './browsers/strict-policy.ts';
import { root } from './run/root.ts';

const items = [
  { value: 'c', text: 'Castle' },
  { value: 'm', text: 'Mill' },
];
const json = JSON.stringify(items);

const generated = html`<council-text-input name="t" label="Name"></council-text-input>
  <council-combobox name="ward" label="Ward" items=${json}></council-combobox>
  <council-combobox name="street" label="Street" search></council-combobox>
  <council-radios name="how" legend="How" items=${json}></council-radios>
  <council-file-upload name="photos" label="Photos" uploaded-name="photo-id" multiple></council-file-upload>
  <council-address-lookup name="home" legend="Home"></council-address-lookup>
  <council-address-lookup name="work" legend="Work"></council-address-lookup>`;

const hidden = (name: string) => html`<input type="hidden" name=${name} value="" />`;
const written = html`<council-combobox
    >${selectTemplate({ name: 'ward', label: { text: 'Ward' }, items: [{ value: '', text: '' }, ...items] })}</council-combobox
  >
  <council-checkboxes
    >${checkboxesTemplate({ name: 'more', idPrefix: 'more', items: [{ value: 'yes', text: 'Yes', conditional: { text: html`<p id="asked">Asked</p>` } }] })}</council-checkboxes
  >
  <council-file-upload>${fileUploadTemplate({ name: 'photos', label: { text: 'Photos' } })}</council-file-upload>
  <council-report-place name="where"
    ><fieldset>
      <input name="where-words" />${['lat', 'long', 'accuracy', 'place'].map((part) => hidden(`where-${part}`))}
    </fieldset></council-report-place
  >
  <council-address-lookup name="home">${addressLookupTemplate({ name: 'home' })}</council-address-lookup>`;

const page = (form: unknown): string =>
  `<!doctype html><html lang="en"><title>Form</title><script type="module" src="/script.js"></script>${renderToString(
    html`<form method="post" action="/sent">${form}<button id="send">Send</button></form>`,
  )}`;

let server: Server;
let origin = '';
let sent = '';
before(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import '@council-kit/elements/define.js'; import '@council-kit/address/define.js'; 
        import { CouncilReportPlace } from './packages/reports/src/report-issue/special/council-report-place.ts';
        customElements.define('council-report-place', CouncilReportPlace);`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['council-kit-source', 'browser'],
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  });
  const script = outputFiles[0]?.text ?? '';
  server = createServer((request, response) => {
    const html = (text: string): void => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': strictPolicy }).end(text);
    };
    if (request.url === '/script.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    else if (request.method === 'POST') {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        sent = body;
        html('<!doctype html><title>Sent</title><h1>Sent</h1>');
      });
    } else html(page(request.url === '/written' ? written : generated));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

async function open(engine: Engine, options: LaunchOptions): Promise<Browser | undefined> {
  const found = await find(engine);
  if (!isInstalled(found)) return undefined;
  return await launch({
    executablePath: found.browser,
    headless: true,
    ...(engine === 'firefox' ? { browser: 'firefox' } : {}),
    ...options,
  });
}

/** Sends the form and goes back, with what the page has then. */
async function sendAndGoBack(page: Page): Promise<void> {
  await Promise.all([page.waitForFunction(() => document.title === 'Sent'), page.evaluate(() => document.getElementById('send')?.click())]);
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => document.title === 'Form' && document.readyState === 'complete');
}

const kinds: readonly [name: string, engine: Engine, options: LaunchOptions, keepsPages: boolean][] = [
  ['Chromium, which reads the page again', 'chromium', { args: ['--no-sandbox', '--disable-features=BackForwardCache'] }, false],
  ['Chromium, which keeps the page', 'chromium', { args: ['--no-sandbox'], ignoreDefaultArgs: ['--disable-back-forward-cache'] }, true],
  ['Firefox, which keeps the page', 'firefox', {}, true],
  [
    'Firefox, which reads the page again',
    'firefox',
    { extraPrefsFirefox: { 'browser.sessionhistory.max_total_viewers': 0, 'fission.bfcacheInParent': false } },
    false,
  ],
];

interface Element extends HTMLElement {
  value: unknown;
  files: unknown;
  stage: string;
  search: string;
  updateComplete: Promise<unknown>;
}
const listed = { lines: ['12A Priory Rise'], town: 'Aldermere', postcode: 'AM1A 1EE', uprn: '100000000012', source: 'DPA' };

for (const [name, engine, options, keepsPages] of kinds) {
  // Firefox fills in again only fields that came with the document: https://bugzilla.mozilla.org/show_bug.cgi?id=737851
  test(`what a script wrote: ${name}`, { skip: engine === 'firefox' && !keepsPages }, async (context) => {
    await using browser = await open(engine, options);
    if (!browser) return context.skip(`${engine} is not installed`);
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    await page.evaluate(async (address) => {
      const all = <Found extends HTMLElement>(selector: string) => [...document.querySelectorAll<Found>(selector)];
      const type = (selector: string, text: string): void => {
        const [field] = all<HTMLInputElement>(selector);
        if (!field) throw new Error(selector);
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      };
      type('input[name=t]', 'Ann');
      type('#ward-field', 'Mill');
      type('input[name=street]', 'Prio');
      all('[name=how][value=m]')[0]?.click();
      const [home, work] = all<Element>('council-address-lookup');
      const [upload] = all<Element>('council-file-upload');
      if (!home || !work || !upload) throw new Error('not there');
      upload.files = [{ id: 'p1', name: 'sofa.jpg', size: 1, type: 'image/jpeg' }];
      home.value = address;
      await home.updateComplete;
      type('[name=work-search]', '7 Mill');
      await work.updateComplete;
    }, listed);
    await sendAndGoBack(page);
    const first = sent;
    assert.match(first, /ward=m&street=Prio&how=m/);
    const seen = await page.evaluate(() => {
      const [home, work] = document.querySelectorAll<Element>('council-address-lookup');
      return {
        ward: document.querySelector<HTMLInputElement>('#ward-field')?.value,
        files: document.querySelector('council-file-upload')?.textContent?.includes('sofa.jpg'),
        home: [home?.stage, home?.querySelector<HTMLInputElement>('[name=home-search]')?.value],
        work: [work?.stage, work?.search],
      };
    });
    assert.deepEqual(seen, {
      ward: 'Mill',
      files: true,
      home: ['chosen', '12A Priory Rise, Aldermere, AM1A 1EE'],
      work: ['search', '7 Mill'],
    });
    await sendAndGoBack(page);
    assert.equal(sent, first, 'sent again, it says the same');
  });

  test(`what came with the document: ${name}`, async (context) => {
    await using browser = await open(engine, options);
    if (!browser) return context.skip(`${engine} is not installed`);
    const page = await browser.newPage();
    await page.goto(`${origin}/written`);
    await page.evaluate(async (address) => {
      const home = document.querySelector<Element>('council-address-lookup');
      const ward = document.querySelector<Element>('council-combobox');
      if (!home || !ward) throw new Error('not there');
      ward.value = 'm';
      document.querySelector<HTMLElement>('[name=more]')?.click();
      // The device, as far as a page sees it.
      navigator.geolocation.getCurrentPosition = (found) =>
        found({ coords: { latitude: 52.005, longitude: -2.0003, accuracy: 9 } } as GeolocationPosition);
      document.querySelector<HTMLElement>('council-report-place button')?.click();
      home.value = address;
      await home.updateComplete;
    }, listed);
    await sendAndGoBack(page);
    const first = sent;
    const seen = await page.evaluate(() => ({
      ward: document.querySelector<HTMLInputElement>('#ward-field')?.value,
      asked: document.getElementById('asked')?.checkVisibility(),
      where: document.querySelector('council-report-place')?.textContent?.includes('52.00500, -2.00030'),
      home: [
        document.querySelector<Element>('council-address-lookup')?.stage,
        document.querySelector<HTMLInputElement>('[name=home-search]')?.value,
      ],
    }));
    assert.deepEqual(seen, { ward: 'Mill', asked: true, where: true, home: ['chosen', '12A Priory Rise, Aldermere, AM1A 1EE'] });
    await sendAndGoBack(page);
    assert.equal(sent, first, 'sent again, it says the same');
  });
}
