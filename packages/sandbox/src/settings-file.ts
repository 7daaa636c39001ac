/** Whether a value that came as JSON is what a setting takes. */
export type Fits = (value: unknown) => boolean;

/** What each setting takes, and how a person is told. */
export type SettingsTable<T> = { readonly [Name in keyof T]-?: readonly [Fits, string] };

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Fits = (value) => typeof value === 'string' && value !== '';
export const flag: Fits = (value) => typeof value === 'boolean';
export const count: Fits = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
export const webAddress: Fits = (value) => typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
export const oneOf =
  (...words: readonly string[]): Fits =>
  (value) =>
    words.some((word) => word === value);
export const listOf =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits);
/** An object whose values fit, whatever their names. */
export const mapOf =
  (fits: Fits): Fits =>
  (value) =>
    isObject(value) && Object.values(value).every(fits);

/**
 * Settings of a platform that came as JSON.
 *
 * @throws TypeError with a sentence that says which is wrong.
 */
export function readSettingsBy<T extends object>(value: unknown, settings: SettingsTable<T>): T {
  if (!isObject(value)) throw new TypeError('An object of settings is wanted.');
  const isSetting = (name: string): name is keyof T & string => Object.hasOwn(settings, name);
  for (const [name, one] of Object.entries(value)) {
    if (!isSetting(name)) throw new TypeError(`There is no setting ${name}. There are ${Object.keys(settings).join(', ')}.`);
    const [fits, what] = settings[name];
    if (!fits(one)) throw new TypeError(`${name} must be ${what}.`);
  }
  return value as T;
}
