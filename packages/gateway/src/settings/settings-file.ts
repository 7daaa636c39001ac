import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { decodeText } from '../files/text.ts';
import type { SettingsPlace } from '../service.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { SettingsError } from './parse.ts';

/**
 * Reads a settings file: one JSON object.
 *
 * @throws SettingsError where there is none, it cannot be read, or a key is there twice
 */
export async function readSettingsFile(path: string): Promise<Record<string, unknown>> {
  const text = await textOf(path);
  if (text.trim() === '') throw new SettingsError(`The settings file ${path} is empty. It must hold an object { … }.`);
  const value = parseJson(text, path);
  const twice = duplicateKeys(text).map((key) => `The setting "${key}" is in the settings file ${path} twice. Remove one of them.`);
  if (twice.length > 0) throw new SettingsError(twice.join('\n'));
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new SettingsError(`The settings file ${path} must hold an object { … }.`);
}

async function textOf(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const cause = { cause: error };
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new SettingsError(`There is no settings file ${path}. Name one with --settings.`, cause);
    if (code === 'EISDIR')
      throw new SettingsError(
        `The settings file ${path} is a folder. Name the file in it, such as --settings ${join(path, 'council-gateway.json')}.`,
        cause,
      );
    throw new SettingsError(
      `The settings file ${path} cannot be read: ${code === 'EACCES' || code === 'EPERM' ? 'this user may not read it.' : message}`,
      cause,
    );
  }
  const decoded = decodeText(bytes);
  if ('problem' in decoded) throw new SettingsError(`The settings file ${path} cannot be read: ${decoded.problem}`);
  return decoded.text;
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SettingsError(`The settings file ${path} is not JSON: ${whereJsonEnds((error as Error).message, text)}`, { cause: error });
  }
}

/** Where it is wrong, without the engine's own quotation from the file: there may be a secret in it. */
function whereJsonEnds(message: string, text: string): string {
  const position = Number(/at position (\d+)/.exec(message)?.[1] ?? (/end of JSON/.test(message) ? text.length : NaN));
  if (position >= text.trimEnd().length) return 'it ends too early. Look for a "}", "]" or quotation mark that is missing.';
  const what = /^[^"]*?(?=,? in JSON|, "|, \.\.\.|$)/.exec(message)?.[0] ?? '';
  const before = text.slice(0, position).split('\n');
  const where = Number.isNaN(position) ? '' : `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: `;
  return `${where}${what === '' ? 'something is out of place' : what}. Look for a comma or quotation mark that is missing or left over.`;
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
