/** As Python's `UUID()` reads it: with or without hyphens, braces and `urn:uuid:`. */
const bare = (text: string): string =>
  text
    .replace(/urn:|uuid:/g, '')
    .replace(/^[{}]+|[{}]+$/g, '')
    .replaceAll('-', '');

/** Whether Notify takes a text for a UUID. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{32}$/i.test(bare(text));

/** A UUID in the form in which it is stored: lower case, with hyphens. */
export const uuidOf = (text: string): string =>
  bare(text)
    .toLowerCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
