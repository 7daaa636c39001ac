import type { GovukPayOptions } from './settings.ts';

/** A service, known by its key, and what Pay lets it do. */
export interface Account {
  /** The number of the key, never the key. */
  readonly service: number;
  readonly live: boolean;
  readonly disabled: boolean;
  /** Whether it has an account with a payment service provider. */
  readonly linked: boolean;
}

/** Every key that is known. */
export const keysOf = (options: GovukPayOptions): readonly string[] => [
  ...(options.apiKeys ?? ['sandbox-key']),
  ...(options.liveKeys ?? []),
  ...(options.disabledKeys ?? []),
  ...(options.unlinkedKeys ?? []),
];

/** The service of a key, or undefined for an unknown one. */
export function accountOf(options: GovukPayOptions, key: string): Account | undefined {
  const service = keysOf(options).indexOf(key);
  if (service < 0) return undefined;
  return {
    service,
    live: options.liveKeys?.includes(key) ?? false,
    disabled: options.disabledKeys?.includes(key) ?? false,
    linked: !(options.unlinkedKeys?.includes(key) ?? false),
  };
}
