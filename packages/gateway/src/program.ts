/** `npx council-gateway --settings council-gateway.json`: loads the services that the settings name, and runs. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { createGateway, type Gateway } from './gateway.ts';
import { listen } from './listen.ts';
import type { PageLayout, Service, ServiceModule } from './service.ts';
import { gatewaySettingsSchema, parseSettings, SettingsError, withEnvironment } from './settings.ts';
import { text } from './settings/parts.ts';
import { readSettingsFile } from './settings/settings-file.ts';
import { checkStore } from './store/store.ts';

const USAGE = `council-gateway --settings council-gateway.json

  --settings <file>  the settings, JSON. Default: council-gateway.json in this folder
  --check            reads the settings, loads the services, tries the data folder, and stops
  --help             this

Settings can also come from the environment: HOST, PORT, PUBLIC_URL, DATA_FOLDER, DATABASE_URL,
COUNCIL_GATEWAY_SECRET, LOG_LEVEL.`;

const servicesAllowed = 'an object whose keys are packages or files, such as { "@council-kit/reports/server": {} }';
const isNamed = (name: string): boolean => name.trim() === name && name !== '';

/** What the file holds besides the gateway's own settings. */
const programEntries = {
  services: v.optional(
    v.pipe(
      v.record(v.string(), v.unknown()),
      v.check((named) => Object.keys(named).every(isNamed), servicesAllowed),
    ),
    {},
  ),
  page: v.optional(text('a module whose "page" export lays out a page')),
};
const programSchema = v.strictObject({ ...gatewaySettingsSchema.entries, ...programEntries });

/** Runs until a signal. Answers the exit code. */
export async function main(argv: readonly string[], environment: NodeJS.ProcessEnv = process.env): Promise<number> {
  const stop = new AbortController();
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { settings: { type: 'string' }, check: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    if (values.help) {
      process.stdout.write(`${USAGE}\n`);
      return 0;
    }
    // From the beginning: loading, migrations and the wait for a database may take a while.
    const asked = signalled();
    void asked.then(() => stop.abort());
    const gateway = await loadGateway(values.settings ?? 'council-gateway.json', environment);
    if (values.check) {
      await checkStore(gateway.settings);
      for (const warning of gateway.warnings) process.stderr.write(`${warning}\n`);
      process.stdout.write('The settings are in order.\n');
      return 0;
    }
    const listening = await listen(gateway, { signal: stop.signal });
    process.stderr.write(`The gateway answers on ${gateway.settings.publicUrl ?? listening.url}\n`);
    const by = await asked;
    // A second signal does not wait.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
    // A supervisor sends SIGTERM while residents are still being sent here; a person at a keyboard waits for nothing.
    await listening.stop({ drain: by === 'SIGTERM' });
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return 0;
    if (!(error instanceof SettingsError) && !isArgumentError(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** Resolves at the first signal to stop. */
function signalled(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
}

/**
 * Makes the gateway that a settings file describes.
 * @throws SettingsError naming the file, setting or service and what is allowed
 */
export async function loadGateway(file: string, environment: NodeJS.ProcessEnv): Promise<Gateway> {
  const path = resolve(file);
  const {
    services: named,
    page,
    ...settings
  } = parseSettings(programSchema, withEnvironment(await readSettingsFile(path), environment), 'the settings');
  const services: Service[] = [];
  for (const [name, given] of Object.entries(named)) services.push(await loadService(name, given, path));
  return createGateway({
    settings: { ...settings, dataFolder: dataFolderOf(settings.dataFolder, path, environment) },
    services,
    ...(page !== undefined && { page: await loadPage(page, path) }),
  });
}

/**
 * A folder in the file is relative to the file; one in the environment to where the command runs, as for every other command.
 */
function dataFolderOf(given: string, settingsFile: string, { DATA_FOLDER }: NodeJS.ProcessEnv): string {
  return DATA_FOLDER ? resolve(DATA_FOLDER) : resolve(dirname(settingsFile), given);
}

async function loadService(name: string, given: unknown, settingsFile: string): Promise<Service> {
  const module = await load(name, settingsFile, `The service "${name}"`);
  const { settingsSchema, createService } = module as Partial<ServiceModule>;
  if (!settingsSchema || typeof createService !== 'function') {
    throw new SettingsError(
      `"${name}" is not a service: its module must export settingsSchema and createService. A package's service is usually its "/server" entry.`,
    );
  }
  return createService(parseSettings(settingsSchema, given, `the settings of "${name}"`), { folder: dirname(settingsFile) });
}

async function loadPage(name: string, settingsFile: string): Promise<PageLayout> {
  const { page } = (await load(name, settingsFile, `The page layout "${name}"`)) as { page?: unknown };
  if (typeof page !== 'function') throw new SettingsError(`The module "${name}" must export a function "page" to be the setting "page".`);
  return page as PageLayout;
}

/** A package or file, found from the settings file: that is where the council has installed it. */
async function load(name: string, settingsFile: string, what: string): Promise<unknown> {
  let url: string;
  try {
    url = name.startsWith('.') ? pathToFileURL(resolve(dirname(settingsFile), name)).href : resolveFrom(settingsFile, name);
  } catch (error) {
    throw new SettingsError(`${what} is not installed: npm install ${packageOf(name)}`, { cause: error });
  }
  try {
    return await import(url);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND')
      throw new SettingsError(`${what} could not be loaded: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    const missing = /Cannot find package '([^']+)'/.exec((error as Error).message)?.[1];
    if (missing !== undefined)
      throw new SettingsError(`${what} needs the package "${missing}": npm install ${await wanted(missing, name, settingsFile)}`, {
        cause: error,
      });
    const itself = url.startsWith('file:') && !existsSync(fileURLToPath(url));
    throw new SettingsError(`${what} could not be loaded: ${itself ? 'there is no such file.' : (error as Error).message}`, {
      cause: error,
    });
  }
}

/** Server-only packages are optional peers, which npm does not install by itself: with the version that the service was made for. */
async function wanted(missing: string, service: string, settingsFile: string): Promise<string> {
  try {
    const manifest: unknown = JSON.parse(
      await readFile(fileURLToPath(resolveFrom(settingsFile, `${packageOf(service)}/package.json`)), 'utf8'),
    );
    const peers = v.parse(v.object({ peerDependencies: v.record(v.string(), v.string()) }), manifest).peerDependencies;
    return peers[missing] === undefined ? missing : `${missing}@${peers[missing]}`;
  } catch {
    return missing;
  }
}

function resolveFrom(settingsFile: string, name: string): string {
  try {
    return pathToFileURL(createRequire(settingsFile).resolve(name)).href;
  } catch {
    // A package that answers to `import` alone: found from here, which is the same place in any ordinary installation.
    return import.meta.resolve(name);
  }
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}
