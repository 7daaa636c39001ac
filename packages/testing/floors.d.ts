/** What each package may import, by its name. */
export const floors: Readonly<Record<string, readonly string[]>>;
