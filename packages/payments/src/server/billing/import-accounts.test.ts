import assert from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { after, test } from 'node:test';
import { createGateway, createLog, type Store } from '@council-kit/gateway';
import { createBilling, createGazetteer } from '@council-kit/sandbox';
import { payments } from '../index.ts';
import { main } from '../command.ts';
import type { PaymentsTables } from '../records/tables.ts';
import { accountNumber, councilTax } from '../testing/borough.fixture.ts';
import { billingAccountSchema } from '../../contract/billing.ts';
import { billingColumns, importAccounts, type ImportProgress } from './import-accounts.ts';

const folder = await mkdtemp(join(tmpdir(), 'council-import-'));
after(() => rm(folder, { recursive: true, force: true }));
const billing = createBilling({ gazetteer: createGazetteer({ size: 2_000 }), size: 3_000 });
const lines = [...billing.csv()];
const write = async (name: string, content: Iterable<string>): Promise<string> => {
  const path = join(folder, name);
  await pipeline(Readable.from(content), createWriteStream(path));
  return path;
};

/** A gateway that reads what was imported, and its store. */
async function gateway() {
  let store: Store | undefined;
  const service = payments({ pay: { key: 'k' }, funds: [councilTax], billing: { source: 'import' }, councilTax: { refusalMs: 0 } });
  const made = createGateway({
    log: createLog('silent'),
    settings: { dataFolder: await mkdtemp(join(folder, 'data-')) },
    services: [{ ...service, setUp: (ground) => ((store = ground.store), service.setUp(ground)) }],
  });
  await made.start();
  if (!store) throw new Error('no store');
  const bill = async (account: string, postcode: string) => {
    const request = new Request('http://127.0.0.1/council-tax/bill', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, postcode }),
    });
    const response = await made.fetch(request);
    return { status: response.status, body: (await response.json()) as { code?: string; total?: number; year?: number } };
  };
  return { store, bill, stop: () => made.stop() };
}

test('all or nothing: bills come from the file that was whole, until the next one is', async () => {
  const { store, bill, stop } = await gateway();
  const { account, postcode } = billing.households.at(2_999);
  assert.deepEqual((await bill(account, postcode)).status, 502);
  const told: ImportProgress[] = [];
  const whole = await write('whole.csv', lines);
  assert.deepEqual(await importAccounts(store, { file: whole, progress: (one) => told.push(one) }), { outcome: 'loaded', accounts: 3_000 });
  assert.deepEqual([told.length, told.at(-1)?.share], [4, 1]);
  const before = await bill(account, postcode);
  assert.equal(before.status, 200);
  assert.equal((await bill(account, 'SW1A 2AA')).body.code, 'bill_not_found');
  assert.equal((await bill(accountNumber(5_000), postcode)).body.code, 'bill_not_found');

  // The next night's file is broken in three lines, each in its own way. Nothing of it counts, and nothing personal is told.
  const broken = [...lines];
  broken[5] = broken[5]?.replace('2026', '20x6') ?? '';
  broken[7] = broken[6] ?? '';
  broken[9] = broken[9]?.replace('""from"":""2026-04-01""', '""from"":""2025-04-01""').replace('""band"":""', '""band"":""Z') ?? '';
  const refused = await importAccounts(store, { file: await write('broken.csv', broken) });
  assert.equal(refused.outcome, 'refused');
  if (refused.outcome !== 'refused') return;
  assert.deepEqual(
    refused.said.map(({ line }) => line),
    [6, 8, 10],
  );
  assert.doesNotMatch(JSON.stringify(refused), new RegExp(billing.households.at(4).account));
  assert.deepEqual(await bill(account, postcode), before);

  const stopping = new AbortController();
  const stopped = await importAccounts(store, { file: whole, signal: stopping.signal, progress: () => stopping.abort() });
  assert.equal(stopped.outcome, 'stopped');
  assert.deepEqual(await bill(account, postcode), before);

  // A smaller file, when it is whole, is what counts: who is not in it has no bill.
  assert.equal((await importAccounts(store, { file: await write('small.csv', lines.slice(0, 100)) })).outcome, 'loaded');
  assert.equal((await bill(account, postcode)).body.code, 'bill_not_found');
  const first = billing.households.at(0);
  assert.equal((await bill(first.account, first.postcode)).status, 200);
  await stop();
});

test('the command: loads, refuses with lines, and says so by its exit code', async () => {
  const data = await mkdtemp(join(folder, 'command-'));
  const run = async (...args: string[]): Promise<{ code: number; said: string }> => {
    let said = '';
    const tell = (text: string): void => void (said += text);
    const code = await main(args, { DATA_FOLDER: data }, { out: tell, error: tell }, new AbortController().signal);
    return { code, said };
  };
  const file = await write('command.csv', lines.slice(0, 20));
  assert.deepEqual(await run('import', file), {
    code: 0,
    said: '19 accounts, 0 broken: 100 %\n19 accounts. Bills come from this file now.\n',
  });
  const broken = await write('command-broken.csv', [lines[0] ?? '', 'x,y\r\n']);
  const refused = await run('import', broken);
  assert.equal(refused.code, 2);
  assert.match(refused.said, /Line 2: The row has 2 values.*\n.*Nothing was loaded/);
  assert.equal((await run('import', join(folder, 'none.csv'))).code, 1);
  assert.equal((await run()).code, 1);
  assert.match((await run('--help')).said, /All or nothing/);
});

test('files that are none of ours are told as such', async () => {
  const { store, stop } = await gateway();
  for (const [name, content, words] of [
    ['empty.csv', '', /empty/],
    ['other.csv', 'name,age\r\nA,1\r\n', /Missing: account, postcode/],
    ['heads.csv', lines[0] ?? '', /no accounts/],
    ['excel.csv', Buffer.from(`\uFEFF${lines.slice(0, 3).join('')}`, 'utf16le'), /UTF-16.*CSV UTF-8/],
    ['semicolons.csv', (lines[0] ?? '').replaceAll(',', ';'), /separated by semicolons/],
    ['mistyped.csv', (lines[0] ?? '').replace('received', 'recieved'), /There is no column "recieved".*received/],
    ['twice.csv', (lines[0] ?? '').replace('received', 'account'), /Two columns are named "account"/],
  ] as const) {
    const file = join(folder, name);
    await writeFile(file, content);
    const outcome = await importAccounts(store, { file });
    assert.equal(outcome.outcome, 'unreadable');
    if (outcome.outcome === 'unreadable') assert.match(outcome.problem, words);
  }
  await stop();
});

test('a character that cannot be read, or a value that cannot be told apart, is said by its line; nothing is loaded', async () => {
  const { store, bill, stop } = await gateway();
  const { account, postcode } = billing.households.at(0);
  assert.equal((await importAccounts(store, { file: await write('before.csv', lines.slice(0, 10)) })).outcome, 'loaded');
  const column = (lines[0] ?? '').trimEnd().split(',').indexOf('postcode');
  const cases: [name: string, content: Buffer, problem: RegExp][] = [
    [
      'latin.csv',
      Buffer.from(lines.slice(0, 5).join('').replace('""Aldermere', '""Sir Fôn Aldermere'), 'latin1'),
      /not text in UTF-8.*windows-1252.*CSV UTF-8/,
    ],
    [
      'quotes.csv',
      Buffer.from(`${lines.slice(0, 2).join('')}${(lines[2] ?? '').replace(postcodeOf(lines[2] ?? '', column), 'AM1 "1" AA')}`),
      /inside a value/,
    ],
    ['open.csv', Buffer.from(`${lines.slice(0, 2).join('')}"${lines[2] ?? ''}`), /not closed|after a closing/],
    ['nul.csv', Buffer.from(`${lines.slice(0, 2).join('')}${(lines[2] ?? '').replace('AM', 'A\0')}`), /NUL/],
  ];
  for (const [name, content, problem] of cases) {
    const file = join(folder, name);
    await writeFile(file, content);
    const outcome = await importAccounts(store, { file });
    assert.ok(outcome.outcome === 'refused', name);
    assert.match(outcome.said[0]?.problem ?? '', problem, name);
    assert.equal((await bill(account, postcode)).status, 200, 'bills still come from the file before');
  }
  await stop();
});

const postcodeOf = (line: string, column: number): string => line.split(',')[column] ?? '';

test('rows of commas, other line ends and a byte order mark are read as a spreadsheet leaves them', async () => {
  const { store, stop } = await gateway();
  const rows = lines.slice(0, 4).map((line) => line.trimEnd());
  for (const [name, end] of [
    ['lf.csv', '\n'],
    ['crlf.csv', '\r\n'],
    ['cr.csv', '\r'],
  ] as const) {
    const content = `\uFEFF${[...rows, ',,,,,,,,,,', ' , ,', ''].join(end)}`;
    assert.deepEqual(await importAccounts(store, { file: await write(name, [content]) }), { outcome: 'loaded', accounts: 3 }, name);
  }
  await stop();
});

test('an import that another one has cleared away leaves the bills that there were', async () => {
  const { store, bill, stop } = await gateway();
  const { account, postcode } = billing.households.at(0);
  const file = await write('cleared.csv', lines.slice(0, 10));
  assert.equal((await importAccounts(store, { file })).outcome, 'loaded');
  let transactions = 0;
  const cleared: Store = {
    dialect: store.dialect,
    db: () => store.db(),
    aside: (name) => store.aside(name),
    hasAside: (name) => store.hasAside(name),
    deleteAside: (name) => store.deleteAside(name),
    async transaction(work) {
      // The first writes the rows, the second puts them in the place of those before.
      if ((transactions += 1) === 2) await store.db<PaymentsTables>().deleteFrom('payments_load').where('state', '=', 'loading').execute();
      return await store.transaction(work);
    },
  };
  assert.equal((await importAccounts(cleared, { file })).outcome, 'busy');
  assert.equal((await bill(account, postcode)).status, 200);
  await stop();
});

test('every member of the document is a column', () => {
  assert.deepEqual([...billingColumns].sort(), Object.keys(billingAccountSchema.entries).sort());
});
