/** The folder that holds SQLite's file, photos and the secret. */
import { constants } from 'node:fs';
import { access, mkdir, open, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SettingsError } from '../settings.ts';

const reasons: Partial<Record<string, string>> = {
  EEXIST: 'is a file, not a folder',
  ENOTDIR: 'is inside a file, not a folder',
  ENOENT: 'cannot be made there',
  EACCES: 'cannot be used: this user may not write there',
  EPERM: 'cannot be used: this user may not write there',
  EROFS: 'cannot be used: the disk is read-only',
  ENOSPC: 'cannot be used: the disk is full',
};

const inWords = (folder: string, error: unknown): SettingsError => {
  const { code = '' } = error as NodeJS.ErrnoException;
  return new SettingsError(
    `The data folder ${folder} ${reasons[code] ?? `cannot be used (${code})`}. Set another with "dataFolder" (DATA_FOLDER).`,
    {
      cause: error,
    },
  );
};

/**
 * Makes the folder where it is not there, with those above it.
 * @returns the folders that were made, the outermost first
 * @throws SettingsError where it cannot be made
 */
export async function makeDataFolder(folder: string): Promise<string[]> {
  try {
    return await makeFolders(folder);
  } catch (error) {
    throw inWords(folder, error);
  }
}

/**
 * Makes sure that the folder can be made and written, and leaves nothing behind. To write is the only way to know: a user's rights, a
 * read-only disk, and folders such as `/proc`, each refuse in their own way.
 * @throws SettingsError where it cannot
 */
export async function tryDataFolder(folder: string): Promise<void> {
  const made = await makeDataFolder(folder);
  const file = join(folder, `.check-${process.pid}`);
  try {
    await (await open(file, 'wx', 0o600)).close();
    // What an earlier run as another user left there may not be ours to write.
    for (const name of await readdir(folder)) if (name.startsWith('gateway.sqlite')) await access(join(folder, name), constants.W_OK);
  } catch (error) {
    throw inWords(folder, error);
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
    // A gateway may have started in it meanwhile.
    for (const each of made.reverse()) await rmdir(each).catch(() => undefined);
  }
}

/** Not Node's own `recursive`: that never ends where a parent is there and refuses with ENOENT, as `/proc` does. */
async function makeFolders(folder: string): Promise<string[]> {
  const make = (): Promise<void> => mkdir(folder, { mode: 0o700 });
  try {
    await make();
    return [folder];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return [];
    const parent = dirname(folder);
    if (code !== 'ENOENT' || parent === folder) throw error;
    const above = await makeFolders(parent);
    try {
      await make();
      return [...above, folder];
    } catch (again) {
      // Another process may have been quicker.
      if ((again as NodeJS.ErrnoException).code === 'EEXIST') return above;
      for (const each of above.reverse()) await rmdir(each).catch(() => undefined);
      throw again;
    }
  }
}
