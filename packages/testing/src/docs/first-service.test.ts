import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { root } from '../run/root.ts';

/** The folder is inside the workspace, so that the page's imports are found as in a council's own project. */
let folder = '';
let address = '';
const ends: (() => Promise<void>)[] = [];

before(async () => {
  folder = await mkdtemp(join(root, 'packages/testing/.data-first-service-'));
  ends.push(() => rm(folder, { recursive: true }));
  const page = await readFile(join(root, 'docs/first-service.md'), 'utf8');
  for (const [, file = '', code = ''] of page.matchAll(/```ts file=(\S+)\n([\s\S]*?)```/g)) await writeFile(join(folder, file), code);
  const program = spawn(process.execPath, ['--conditions=council-kit-source', '--no-warnings', 'run.ts'], {
    cwd: folder,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  ends.unshift(async () => {
    program.kill();
    await once(program, 'exit');
  });
  for await (const line of createInterface({ input: program.stdout })) {
    if (!line.startsWith('http')) continue;
    address = line;
    break;
  }
  assert.notEqual(address, '', 'the program prints its address');
});

after(async () => {
  for (const end of ends) await end();
});

/** A browser without JavaScript: keeps cookies, follows redirects, sends the form it is shown. */
class PlainBrowser {
  #cookies = '';
  url = '';
  html = '';
  async open(url: string, init: RequestInit = {}): Promise<void> {
    let next = url;
    let request = init;
    for (;;) {
      const answer = await fetch(next, {
        ...request,
        redirect: 'manual',
        headers: { cookie: this.#cookies, 'sec-fetch-site': 'same-origin' },
      });
      const set = answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
      if (set.length > 0) this.#cookies = set.join('; ');
      const location = answer.headers.get('location');
      if (answer.status >= 300 && answer.status < 400 && location) {
        next = new URL(location, next).href;
        request = {};
        continue;
      }
      this.url = next;
      this.html = await answer.text();
      return;
    }
  }
  async send(fields: Record<string, string>): Promise<void> {
    const form = new FormData();
    for (const [, tag = ''] of this.html.matchAll(/<input([^>]*type="hidden"[^>]*)>/g)) {
      const name = /name="([^"]*)"/.exec(tag)?.[1];
      if (name) form.append(name, /value="([^"]*)"/.exec(tag)?.[1] ?? '');
    }
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    await this.open(this.url, { method: 'POST', body: form });
  }
  get heading(): string {
    return (/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(this.html)?.[1] ?? '').replace(/<[^>]*>/g, '').trim();
  }
}

test('the service of docs/first-service.md books a collection, page by page, and says what is wrong', async () => {
  const browser = new PlainBrowser();
  await browser.open(address);
  assert.equal(browser.heading, 'What do you want us to collect?');
  await browser.send({});
  assert.match(browser.html, /<title>Error: /);
  assert.match(browser.html, /Select what you want us to collect/);
  await browser.send({ item: 'fridge' });
  assert.equal(browser.heading, 'How many fridges or freezers?');
  await browser.send({ 'how-many': 'two' });
  assert.match(browser.html, /How many must be a number, like 1/);
  assert.match(browser.html, /value="two"/);
  await browser.send({ 'how-many': '2' });
  await browser.send({ email: 'ann@example.com' });
  assert.equal(browser.heading, 'Check your answers before you book');
  await browser.send({});
  assert.match(browser.html, /[0-9A-F]{8}/);
  assert.doesNotMatch(browser.url, /ann|example\.com/);
});

test('it is in Welsh as well', async () => {
  const browser = new PlainBrowser();
  await browser.open(`${address}?lang=cy`);
  assert.equal(browser.heading, 'Beth hoffech i ni ei gasglu?');
});
