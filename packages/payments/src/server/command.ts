/** `npx council-payments import accounts.csv`: loads the billing system's nightly file into the gateway's store. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SettingsError, storeSettings, withStore } from '@council-kit/gateway';
import { importAccounts, type ImportedAccounts } from './billing/import-accounts.ts';
import { migrations } from './records/migrations.ts';

const usage = `council-payments import <file.csv>

Loads the billing system's nightly file: a row an account, its columns named in the first line. All or nothing: bills come from the file
before until every row of this one is in and found good. The gateway may run meanwhile.

  --settings <file>     the gateway's settings, for where its store is. Default: council-gateway.json, if there is one
  --help                this

Where the store is can also come from the environment: DATABASE_URL, DATA_FOLDER.`;

/** Where the words go: replaced in tests. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

const ownTerminal: Terminal = { out: (text) => void process.stdout.write(text), error: (text) => void process.stderr.write(text) };

/** Answers the exit code: 0 loaded, 1 could not be begun, 2 nothing loaded because of the file, 130 stopped. */
export async function main(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
  terminal: Terminal = ownTerminal,
  signal: AbortSignal = onInterrupt(),
): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { settings: { type: 'string' }, help: { type: 'boolean' } },
    });
    const [command, file, ...more] = positionals;
    if (values.help || command === undefined) {
      terminal.out(`${usage}\n`);
      return values.help ? 0 : 1;
    }
    if (command !== 'import' || file === undefined || more.length > 0)
      throw new SettingsError(`Say "council-payments import file.csv". --help says more.`);
    if (!existsSync(file)) throw new SettingsError(`There is no file ${file}.`);
    const progress = ({ accounts, broken, share }: { accounts: number; broken: number; share: number }): void =>
      terminal.error(`${accounts.toLocaleString('en-GB')} accounts, ${broken} broken: ${Math.floor(share * 100)} %\n`);
    const imported = await withStore(await storeSettings(values.settings, environment), { name: 'payments', migrations }, (store) =>
      importAccounts(store, { file, progress, signal }),
    );
    return tell(imported, terminal);
  } catch (error) {
    if (!(error instanceof SettingsError) && !String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')) throw error;
    terminal.error(`${(error as Error).message}\n`);
    return 1;
  }
}

function tell(imported: ImportedAccounts, terminal: Terminal): number {
  switch (imported.outcome) {
    case 'loaded':
      terminal.out(`${imported.accounts.toLocaleString('en-GB')} accounts. Bills come from this file now.\n`);
      return 0;
    case 'refused':
      for (const { line, problem } of imported.said) terminal.error(`Line ${line}: ${problem}\n`);
      terminal.error(`Nothing was loaded: ${imported.broken} rows are broken. Bills still come from the file before.\n`);
      return 2;
    case 'unreadable':
      terminal.error(`Nothing was loaded. ${imported.problem}\n`);
      return 2;
    case 'busy':
      terminal.error('Another import is at work. Wait for it; if it was killed, try again in a minute.\n');
      return 1;
    case 'stopped':
      terminal.error('Stopped. Nothing was loaded.\n');
      return 130;
  }
}

function onInterrupt(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  return stop.signal;
}
