/** The gateway's store for a service's own command, such as an import: where it is, and open without answering anybody. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createGateway } from '../gateway.ts';
import { createLog } from '../log.ts';
import type { Service, Store } from '../service.ts';
import { storeFailure } from './failures.ts';
import { SettingsError, type GatewaySettingsInput } from '../settings.ts';
import { readSettingsFile } from '../settings/settings-file.ts';

/** Where a store is. */
export type StoreSettings = Pick<GatewaySettingsInput, 'databaseUrl' | 'dataFolder'>;

/**
 * What of the gateway's settings says where its store is: the gateway checks the rest when it starts.
 *
 * @param named the settings file; `council-gateway.json`, if there is one, unless given
 * @throws SettingsError where the file named is not there, or is not JSON
 */
export async function storeSettings(
  named: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<StoreSettings> {
  const file = resolve(named ?? 'council-gateway.json');
  const present = existsSync(file);
  if (!present && named !== undefined) throw new SettingsError(`There is no settings file ${file}.`);
  const given = present ? await readSettingsFile(file) : {};
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
  // Folders in the file are meant from the file, as the gateway means them.
  const inFile = present ? resolve(dirname(file), text(given['dataFolder']) ?? 'council-data') : undefined;
  const dataFolder = text(environment['DATA_FOLDER']) ?? inFile;
  const databaseUrl = text(environment['DATABASE_URL']) ?? text(given['databaseUrl']);
  return { ...(dataFolder === undefined ? {} : { dataFolder }), ...(databaseUrl === undefined ? {} : { databaseUrl }) };
}

/**
 * Opens the store as the gateway does, with the service's tables up to date.
 *
 * @throws SettingsError with a sentence where the store cannot be opened, or fails during the work
 */
export async function withStore<Result>(
  settings: StoreSettings,
  service: Required<Pick<Service, 'name' | 'migrations'>>,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  let store: Store | undefined;
  const setUp = (ground: { store: Store }): object => {
    ({ store } = ground);
    return {};
  };
  const gateway = createGateway({ settings, log: createLog('silent'), work: 'command', services: [{ ...service, setUp }] });
  await gateway.start();
  try {
    if (!store) throw new Error('The gateway gave no store.');
    return await work(store);
  } catch (error) {
    const failure = storeFailure(error);
    throw failure ? new SettingsError(`It stopped half-way. ${failure.sentence}`, { cause: error }) : error;
  } finally {
    await gateway.stop();
  }
}
