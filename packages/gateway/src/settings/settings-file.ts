import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decodeText } from '../files/text.ts';
import type { SettingsPlace } from '../service.ts';
import { SettingsError } from './parse.ts';

/**
 * Reads a settings file: one JSON object.
 *
 * @throws SettingsError where there is none, or it cannot be read
 */
export async function readSettingsFile(path: string): Promise<Record<string, unknown>> {
  if (!existsSync(path)) throw new SettingsError(`There is no settings file ${path}. Name one with --settings.`);
  let value: unknown;
  try {
    const decoded = decodeText(await readFile(path));
    if ('problem' in decoded) throw new SettingsError(`The settings file ${path} cannot be read: ${decoded.problem}`);
    value = JSON.parse(decoded.text);
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    throw new SettingsError(`The settings file ${path} is not JSON: ${(error as Error).message}`, { cause: error });
  }
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new SettingsError(`The settings file ${path} must hold an object { … }.`);
}

/**
 * The text of a file that a setting names: at once, so that `--check` finds it missing.
 *
 * @param of whose setting it is: `reports`
 * @throws SettingsError naming the setting and the file
 */
export function readNamedFile(setting: string, of: string, path: string, place: SettingsPlace = { folder: process.cwd() }): string {
  const whole = resolve(place.folder, path);
  const refused = (why: string, cause?: unknown): SettingsError =>
    new SettingsError(`The setting "${setting}" in the settings of ${of} names ${whole}, which cannot be read: ${why}`, { cause });
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(whole);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw refused(code === 'ENOENT' ? 'there is no such file.' : code === 'EISDIR' ? 'it is a folder.' : message, error);
  }
  const decoded = decodeText(bytes);
  if ('problem' in decoded) throw refused(decoded.problem);
  return decoded.text;
}
