import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { NotifyClient } from 'notifications-node-client';
import { createOpen311, startSandbox } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'council-sandbox-'));
after(() => rmSync(folder, { recursive: true }));
const report = (reference: string) =>
  new URLSearchParams({
    api_key: 'sandbox-key',
    service_code: 'pothole',
    lat: '51.5',
    long: '-0.1',
    'attribute[client_reference]': reference,
  });

describe('the command', () => {
  const children: ChildProcess[] = [];
  after(() => {
    for (const child of children) child.kill('SIGKILL');
  });

  /** Runs the command until it prints its addresses, or ends. */
  async function run(...args: string[]) {
    const bin = fileURLToPath(new URL('../bin/council-sandbox.js', import.meta.url));
    const child = spawn(process.execPath, ['--conditions=council-kit-source', bin, '--addresses', '300', ...args]);
    children.push(child);
    const ended = once(child, 'close');
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stdout.setEncoding('utf8');
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (text: string) => {
        said += text;
        if (said.includes('Ctrl-C')) resolve();
      });
      child.once('close', () => resolve());
    });
    const baseUrl = /base URL for a client: (http:\S+?)\)/.exec(said)?.[1] ?? '';
    const desk = /^The sandbox: (http:\S+)\/$/m.exec(said)?.[1] ?? '';
    return { child, ended, baseUrl, desk, said };
  }

  test('killed at any moment, it holds exactly what it acknowledged, and may hold one that it had not', async () => {
    const keep = join(folder, 'kill.jsonl');
    const acknowledged = new Map<string, string>();
    let sent = 0;
    for (let round = 0; round < 5; round += 1) {
      const { child, ended, baseUrl } = await run('--port', '0', '--keep', keep);
      const writers = [0, 1, 2, 3].map(async () => {
        for (;;) {
          const reference = `R-${(sent += 1)}`;
          try {
            const answer = await fetch(`${baseUrl}/requests.json`, { method: 'POST', body: report(reference) });
            const [given] = (await answer.json()) as [{ service_request_id: string }];
            acknowledged.set(reference, given.service_request_id);
            if (acknowledged.size >= (round + 1) * 20) child.kill('SIGKILL');
          } catch {
            return;
          }
        }
      });
      await Promise.all(writers);
      await ended;
    }
    const open311 = createOpen311({ keepIn: keep });
    const held = new Map(open311.requests.map((one) => [one.attributes[0]?.[1], one.service_request_id]));
    assert.ok(acknowledged.size >= 100);
    for (const [reference, id] of acknowledged) assert.equal(held.get(reference), id, reference);
    assert.equal(held.size, open311.requests.length, 'none is held twice');
    assert.ok(open311.requests.length <= acknowledged.size + 5 * 4);
    open311.close();
  });

  test('it prints addresses that answer, and ends on SIGTERM', async () => {
    const { child, ended, baseUrl, desk } = await run(
      '--port',
      '0',
      '--dialect',
      'mysociety',
      '--wrapped',
      'false',
      '--jurisdiction',
      'test',
    );
    const services = await (await fetch(`${baseUrl}/services.json?jurisdiction_id=test`)).json();
    assert.ok(Array.isArray(services));
    const shown = await (await fetch(`${desk}/`)).text();
    assert.match(shown, /Test platform/);
    assert.ok(shown.includes(baseUrl));
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
  });

  test('GOV.UK Notify with settings of a file: the key that is printed sends with the template that is there', async () => {
    const file = join(folder, 'notify.json');
    const service = '10000000-0000-4000-8000-000000000001';
    const template = { id: '10000000-0000-4000-8000-000000000002', type: 'sms', name: 'Bins', body: 'Bins on ((day))' };
    writeFileSync(file, JSON.stringify({ apiKeys: [`mine-${service}-10000000-0000-4000-8000-000000000003`], templates: [template] }));
    const keep = join(folder, 'messages.jsonl');
    const { child, ended, said } = await run('--port', '0', '--notify', file, '--keep-messages', keep);
    const [, url = '', key = ''] = /GOV\.UK Notify: .*client: (http:\S+?)\) key: (\S+)/.exec(said) ?? [];
    const { data } = await new NotifyClient(url, key).sendSms(template.id, '07700900123', { personalisation: { day: 'Monday' } });
    assert.equal(data.content.body, 'Bins on Monday');
    child.kill('SIGKILL');
    await ended;
    assert.ok(readFileSync(keep, 'utf8').includes(data.id));
  });

  test('a wrong setting ends it with the setting and what is allowed', async () => {
    const list = join(folder, 'services.json');
    writeFileSync(list, '[{"service_code":"a"}]');
    for (const [args, words] of [
      [['--dialect', 'welsh'], /--dialect must be one of: open311, mysociety/],
      [['--port', 'abc'], /--port must be a number/],
      [['--reply', 'never'], /--reply must be one of: realtime, batch, blackbox/],
      [['--services', join(folder, 'none.json')], /--services: .*none\.json cannot be read/],
      [['--services', list], /Service "a": service_name must be text/],
      [['--pay', join(folder, 'none.json')], /--pay: .*none\.json cannot be read/],
      [['--pay', list], /--pay: .*services\.json: An object of settings is wanted/],
      [['--notify', list], /--notify: .*An object of settings is wanted\./],
      [['--callback', 'here'], /--callback must be a whole URL\./],
      [['--colour', 'red'], /--colour/],
    ] as const) {
      const { ended, said } = await run(...args);
      assert.deepEqual(await ended, [1, null]);
      assert.match(said, words);
      assert.doesNotMatch(said, /\n {4}at /);
    }
  });

  test('a port in use is said in a sentence', async () => {
    const sandbox = await startSandbox({ platforms: { open311: createOpen311() } });
    after(() => sandbox.stop());
    const port = new URL(sandbox.address).port;
    const { ended, said } = await run('--port', port);
    assert.deepEqual(await ended, [1, null]);
    assert.match(said, new RegExp(`Port ${port} is in use. Choose another with --port.`));
  });
});

describe('the book on disk', () => {
  test('a restart on the same port has everything: requests, updates, files and numbers', async () => {
    const keepIn = join(folder, 'restart.jsonl');
    const first = createOpen311({ keepIn });
    const one = await startSandbox({ platforms: { open311: first } });
    const { baseUrl } = one.platforms.open311;
    const form = new FormData();
    for (const [name, value] of report('R-1')) form.append(name, value);
    form.append('photo', new File(['bytes'], 'a.jpg'));
    await fetch(`${baseUrl}/requests.json`, { method: 'POST', body: form });
    first.update('SBX-1', { status: 'in_progress', description: 'A crew is on its way', extras: { crew: '7' } });
    const before = JSON.stringify([first.received, first.requests, first.updates]);
    await one.stop();
    await assert.rejects(fetch(`${baseUrl}/services.json`));

    const second = createOpen311({ keepIn });
    const two = await startSandbox({ platforms: { open311: second }, ports: { open311: Number(new URL(baseUrl).port) } });
    after(() => two.stop());
    assert.equal(two.platforms.open311.baseUrl, baseUrl);
    assert.equal(JSON.stringify([second.received, second.requests, second.updates]), before);
    assert.equal(Buffer.from(second.file(second.received[0]?.files[0]?.sha256 ?? '') ?? []).toString(), 'bytes');
    await fetch(`${baseUrl}/requests.json`, { method: 'POST', body: report('R-2') });
    assert.equal(second.requests.at(-1)?.service_request_id, 'SBX-2');
    assert.match(await (await fetch(`${baseUrl}/servicerequestupdates.xml`)).text(), /<extras><crew>7<\/crew><\/extras>/);
  });

  test('a last line cut short is dropped; a broken line before it is an error that names it', () => {
    const keepIn = join(folder, 'torn.jsonl');
    const first = createOpen311({ keepIn });
    first.clear();
    first.close();
    const whole = readFileSync(keepIn, 'utf8');
    appendFileSync(keepIn, '{"received":{"num');
    createOpen311({ keepIn }).close();
    assert.equal(readFileSync(keepIn, 'utf8'), whole);
    appendFileSync(keepIn, 'rubbish\n{"cleared":true}\n');
    assert.throws(() => createOpen311({ keepIn }), /torn\.jsonl, line 2, is not JSON/);
  });
});

describe('the desk of the back office', async () => {
  const open311 = createOpen311();
  const sandbox = await startSandbox({ platforms: { open311 } });
  after(() => sandbox.stop());
  const { baseUrl } = sandbox.platforms.open311;
  const asPage = { headers: { accept: 'text/html' } };

  test('an officer changes the status on a page, and the change flows back', async () => {
    await fetch(`${baseUrl}/requests.json`, { method: 'POST', body: report('R-1') });
    const address = `${baseUrl}/sandbox/requests/SBX-1`;
    const shown = await (await fetch(address, asPage)).text();
    assert.match(shown, /<form method="post" action="SBX-1">/);
    assert.match(shown, /<label for="description">Public note<\/label>/);
    const saved = await fetch(address, {
      ...asPage,
      method: 'POST',
      body: new URLSearchParams({ status: 'fixed', description: 'Filled <today>' }),
    });
    assert.equal(saved.url, address);
    assert.match(await saved.text(), /fixed, from an officer: <bdi>Filled &lt;today&gt;<\/bdi>/);

    const [request] = (await (await fetch(`${baseUrl}/requests/SBX-1.json`)).json()) as [Record<string, unknown>];
    assert.equal(request.status, 'closed');
    assert.equal(request.status_notes, 'Filled <today>');
    const [update] = (await (await fetch(`${baseUrl}/servicerequestupdates.json`)).json()) as [Record<string, unknown>];
    assert.equal(update.service_request_id, 'SBX-1');
    assert.equal(update.status, 'fixed');
    assert.equal(update.description, 'Filled <today>');
  });

  test('a note left out is asked for, and what was chosen is kept', async () => {
    const refused = await fetch(`${baseUrl}/sandbox/requests/SBX-1`, {
      ...asPage,
      method: 'POST',
      body: new URLSearchParams({ status: 'duplicate', description: ' ' }),
    });
    assert.equal(refused.status, 400);
    const page = await refused.text();
    assert.match(page, /role="alert">Enter a public note\./);
    assert.match(page, /<option value="duplicate"\s+selected>/);
    assert.equal(open311.updates.length, 1);
  });

  test('a program does the same in JSON, on either address', async () => {
    for (const address of [baseUrl, `${sandbox.address}/open311`]) {
      const answer = await fetch(`${address}/sandbox/requests/SBX-1`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ status: 'REOPEN', description: 'It is back' }),
      });
      assert.equal(answer.status, 201);
      assert.equal(((await answer.json()) as { status: string }).status, 'reopen');
    }
    assert.equal(open311.request('SBX-1')?.status, 'open');
    assert.equal(((await (await fetch(`${sandbox.address}/open311/sandbox/received`)).json()) as unknown[]).length, 1);
  });

  test('a page of another origin changes nothing', async () => {
    const headers = { origin: 'http://evil.example' };
    const body = new URLSearchParams({ status: 'closed', description: 'x' });
    assert.equal((await fetch(`${baseUrl}/sandbox/requests/SBX-1`, { method: 'POST', headers, body })).status, 403);
    assert.equal((await fetch(`${baseUrl}/sandbox/received`, { method: 'DELETE', headers })).status, 403);
    assert.equal(open311.request('SBX-1')?.status, 'open');
  });

  test('forgetting everything does not use an id again', async () => {
    await fetch(`${baseUrl}/sandbox/received`, { method: 'DELETE' });
    assert.deepEqual([open311.received.length, open311.requests.length, open311.updates.length], [0, 0, 0]);
    await fetch(`${baseUrl}/requests.json`, { method: 'POST', body: report('R-2') });
    assert.equal(open311.requests[0]?.service_request_id, 'SBX-2');
  });

  test("the address of one platform does not play another's protocol", async () => {
    assert.equal((await fetch(`${sandbox.address}/open311/services.json`, asPage)).url, `${baseUrl}/services.json`);
    assert.equal((await fetch(`${sandbox.address}/open311/services.json`)).status, 404);
    assert.equal((await fetch(`${sandbox.address}/nowhere/`)).status, 404);
  });
});
