/** `npx council-addresses import gazetteer.csv`: loads a council's own gazetteer into the gateway's store. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SettingsError, storeSettings } from '@council-kit/gateway';
import { importGazetteer, type BrokenRow, type Imported, type Progress } from './gazetteer/import/import-gazetteer.ts';
import { withStore } from './gazetteer/import/with-store.ts';

const usage = `council-addresses import <file.csv>

Loads a gazetteer: one row a property, the columns of OS AddressBase Plus (UPRN, PAO_START_NUMBER, STREET_DESCRIPTION …) named in the
first line. The gateway may run meanwhile: it answers from the gazetteer before until this one is whole. Stopped half-way
(Ctrl-C, power), the same command goes on where it was.

  --skip-broken         leaves broken rows out. Otherwise one broken row, and nothing is loaded
  --encoding <name>     utf-8 (default) or windows-1252
  --anew                begins again, even where an import of this file had stopped
  --settings <file>     the gateway's settings, for where its store is. Default: council-gateway.json, if there is one
  --help                this

Where the store is can also come from the environment: DATABASE_URL, DATA_FOLDER.`;

/** Where the words go: replaced in tests. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether progress may rewrite its own line. */
  readonly isTerminal: boolean;
}

const ownTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
};

/** Answers the exit code: 0 loaded, 1 could not be begun, 2 nothing loaded because of the file, 130 stopped. */
export async function main(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
  terminal: Terminal = ownTerminal,
  signal?: AbortSignal,
): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'skip-broken': { type: 'boolean' },
        encoding: { type: 'string', default: 'utf-8' },
        anew: { type: 'boolean' },
        settings: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    const [command, file, ...more] = positionals;
    if (values.help || command === undefined) {
      terminal.out(`${usage}\n`);
      return values.help ? 0 : 1;
    }
    if (command !== 'import' || file === undefined || more.length > 0)
      throw new SettingsError(`Say "council-addresses import file.csv". --help says more.`);
    const { encoding } = values;
    if (encoding !== 'utf-8' && encoding !== 'windows-1252') throw new SettingsError('--encoding must be utf-8 or windows-1252.');
    if (!existsSync(file)) throw new SettingsError(`There is no file ${file}.`);
    const store = await storeSettings(values.settings, environment);
    const stop = stopSignal(signal);
    const imported = await withStore(store, (opened) =>
      importGazetteer(opened, {
        file,
        encoding,
        skipBroken: values['skip-broken'],
        anew: values.anew,
        progress: progressOn(terminal),
        signal: stop,
      }),
    );
    return tell(imported, terminal);
  } catch (error) {
    if (!(error instanceof SettingsError) && !String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')) throw error;
    terminal.error(`${(error as Error).message}\n`);
    return 1;
  }
}

function stopSignal(given: AbortSignal | undefined): AbortSignal {
  if (given) return given;
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      stop.abort();
      // A second one does not wait for the batch.
      process.once(name, () => process.exit(130));
    });
  }
  return stop.signal;
}

const counted = (count: number): string => count.toLocaleString('en-GB');

function progressOn(terminal: Terminal): (progress: Progress) => void {
  let said = -Infinity;
  return ({ rows, broken, share, step }) => {
    // On a terminal the line is written over; in a log one in a while is enough.
    if (step === 'reading' && performance.now() - said < (terminal.isTerminal ? 100 : 10_000)) return;
    said = performance.now();
    const what = { reading: `${Math.floor(share * 100)} %`, checking: 'looking for UPRNs that come twice', indexing: 'making the indexes' }[
      step
    ];
    const line = `${counted(rows)} rows, ${counted(broken)} broken: ${what}`;
    terminal.error(terminal.isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
  };
}

function tell(imported: Imported, terminal: Terminal): number {
  if (terminal.isTerminal) terminal.error('\r\u001b[K');
  switch (imported.outcome) {
    case 'unreadable':
      terminal.error(`Nothing was loaded. ${imported.problem}\n`);
      return 2;
    case 'busy':
      terminal.error(`Another import, of ${imported.file}, is at work. Wait for it; if it was killed, try again in a minute.\n`);
      return 1;
    case 'stopped':
      terminal.error(
        `Stopped after ${counted(imported.rows)} rows. The same command goes on from there; until then the gazetteer before answers.\n`,
      );
      return 130;
    case 'refused':
      tellBroken(imported.said, imported.broken, terminal);
      terminal.error(
        `Nothing was loaded, because of ${counted(imported.broken)} broken ${imported.broken === 1 ? 'row' : 'rows'}. Mend the file, or leave them out with --skip-broken.\n`,
      );
      return 2;
    case 'loaded':
      tellBroken(imported.said, imported.broken, terminal);
      terminal.out(
        `${counted(imported.rows)} addresses loaded${imported.broken > 0 ? `, ${counted(imported.broken)} broken rows left out` : ''}.\n`,
      );
      return 0;
  }
}

function tellBroken(said: readonly BrokenRow[], all: number, terminal: Terminal): void {
  for (const { line, problem } of said) terminal.error(`Line ${line}: ${problem}\n`);
  if (all > said.length) terminal.error(`… and ${counted(all - said.length)} more.\n`);
}
