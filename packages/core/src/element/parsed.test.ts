/** What an element sees while its page is still arriving: over a real connection, in a real browser, a piece at a time. */
import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { chromiumPath } from '@council-kit/testing/browsers/engines.js';
import { build } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';

const executablePath = await chromiumPath();
const skip = executablePath ? false : 'Chromium is not installed';

const script = await build({
  stdin: {
    contents: `
      import { html } from 'lit';
      import { CouncilElement } from './council-element.ts';
      customElements.define('test-early', class extends CouncilElement {
        template() { return html\`<p>generated</p>\`; }
        connectBehaviour() { this.setAttribute('started', this.textContent.replace(/\\s+/g, ' ').trim()); }
      });`,
    resolveDir: import.meta.dirname,
  },
  bundle: true,
  write: false,
  format: 'iife',
});

let browser: Browser;
let server: Server;
let response: ServerResponse;
let asked: () => void;

before(async () => {
  if (skip) return;
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  server = createServer((request, answer) => {
    if (request.url === '/script.js') {
      answer.setHeader('Content-Type', 'text/javascript').end(script.outputFiles[0]?.text);
      return;
    }
    answer.setHeader('Content-Type', 'text/html; charset=utf-8');
    response = answer;
    asked();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
after(async () => {
  if (skip) return;
  await browser.close();
  server.closeAllConnections();
  server.close();
});

test('an element waits for its end tag before it says what its children are', { skip }, async () => {
  const page = await browser.newPage();
  const arrived = new Promise<void>((done) => (asked = done));
  const loaded = page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
  await arrived;
  const started = (id: string): Promise<string | null> =>
    page.evaluate((name) => document.getElementById(name)?.getAttribute('started') ?? null, id);
  const piece = async (html: string, until: string): Promise<void> => {
    response.write(html);
    await page.waitForSelector(until, { state: 'attached' });
  };

  await piece(
    '<!doctype html><title>Early</title><script src="/script.js"></script><main><test-early id="around"><p id="one">written',
    '#one',
  );
  assert.equal(await started('around'), null, 'its end tag has not come');
  await piece(' and</p><p id="two"> more</p>', '#two');
  assert.equal(await started('around'), null, 'there may be more to come');
  await piece('</test-early><hr>', '#around[started]');
  assert.equal(await started('around'), 'written and more');

  await piece('<test-early id="empty">', '#empty');
  assert.equal(await started('empty'), null, 'its children may be still to come');
  await piece('</test-early><hr id="after">', '#empty[started]');
  assert.equal(await started('empty'), 'generated');

  await piece('<test-early id="last">', '#last');
  response.end();
  await loaded;
  await page.waitForSelector('#last[started]');
  assert.equal(await started('last'), 'generated', 'the page ends without its end tag');
  await page.close();
});
