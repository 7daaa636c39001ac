import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gazetteerCsv } from '@council-kit/sandbox';
import { main } from './command.ts';
import { startGateway } from './testing/start-gateway.fixture.ts';

const folder = await mkdtemp(join(tmpdir(), 'council-command-'));
after(() => rm(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  let [out, error] = ['', ''];
  const code = await main(
    argv,
    { DATA_FOLDER: join(folder, 'data') },
    { out: (text) => (out += text), error: (text) => (error += text), isTerminal: false },
  );
  return { code, out, error };
}

test('one command loads a gazetteer that a running gateway answers from at once', async () => {
  const file = join(folder, 'gazetteer.csv');
  await writeFile(file, [...gazetteerCsv({ size: 500 })].join(''));
  await using gateway = await startGateway({ source: 'gazetteer' }, { folder: join(folder, 'data') });
  const before = await gateway.get('/addresses?q=mill+lane');
  assert.deepEqual([before.status, before.json()['code']], [503, 'gazetteer_not_loaded']);

  const loaded = await run('import', file);
  assert.deepEqual([loaded.code, loaded.out], [0, '500 addresses loaded.\n']);
  const after = await gateway.get('/addresses?q=mill+lane');
  assert.equal(after.status, 200);
  assert.ok((after.json()['addresses'] as unknown[]).length > 0);

  await writeFile(file, [...gazetteerCsv({ size: 300, seed: 2 })].join('').replace(/\r\n(\d+),/, '\r\nx$1,'));
  const refused = await run('import', file);
  assert.equal(refused.code, 2);
  assert.match(refused.error, /Line 2: UPRN must be 1 to 12 digits: "x\d+"\nNothing was loaded, because of 1 broken row/);
  const skipped = await run('import', '--skip-broken', file);
  assert.deepEqual([skipped.code, skipped.out], [0, '299 addresses loaded, 1 broken rows left out.\n']);
  assert.equal((await gateway.get('/addresses?q=mill+lane')).status, 200, 'the gateway follows to the new one');
});

test('what is asked wrongly is said in a sentence', async () => {
  const cases: [string[], number, RegExp][] = [
    [[], 1, /^$/],
    [['--help'], 0, /^$/],
    [['import'], 1, /council-addresses import file\.csv/],
    [['import', 'nowhere.csv'], 1, /There is no file nowhere\.csv/],
    [['export', 'x.csv'], 1, /council-addresses import file\.csv/],
    [['import', 'x.csv', '--encoding', 'ebcdic'], 1, /utf-8 or windows-1252/],
    [['import', 'x.csv', '--wat'], 1, /Unknown option/],
  ];
  for (const [argv, code, error] of cases) {
    const said = await run(...argv);
    assert.equal(said.code, code, argv.join(' '));
    assert.match(said.error, error);
  }
});
