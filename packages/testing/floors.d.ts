export interface Place {
  readonly floor: number | 'apart';
  readonly beside?: readonly string[];
  readonly without?: readonly string[];
  readonly tool?: boolean;
}

/** What each package may import, by its name, lowest floor first. */
export const floors: Readonly<Record<string, readonly string[]>>;

/** Packages that serve those who work on the others: never built. */
export const tools: readonly string[];

/** @throws Error for a place that names a package that does not exist or is not beside it, or for two that name each other */
export function floorsOf(places: Readonly<Record<string, Place>>): Readonly<Record<string, readonly string[]>>;
