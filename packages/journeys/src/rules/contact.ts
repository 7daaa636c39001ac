/**
 * Whether this can be an email address: one `@`, something before it, a domain with a dot after it, no blanks, at most 254 characters
 * (https://www.rfc-editor.org/errata/eid1690). Whether it exists is for a letter to find out.
 */
export function isEmail(text: string): boolean {
  if (text.length > 254 || /[\s"(),:;<>[\\\]]/.test(text)) return false;
  const at = text.indexOf('@');
  const domain = text.slice(at + 1);
  if (at < 1 || at > 64 || at !== text.lastIndexOf('@') || /^\.|\.\.|\.@/.test(text)) return false;
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => /^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?$/u.test(label) && label.length <= 63);
}

/**
 * Whether this can be a telephone number: 7 to 15 digits (https://www.itu.int/rec/T-REC-E.164), written with blanks, brackets, hyphens or dots,
 * an extension after it. British ones without a country code have 10 or 11 digits.
 */
export function isTelephone(text: string): boolean {
  const [, plus, number] = /^(\+|00)?([\d\s().‐-―/-]{6,40})(?:(?:ext|x|est)\.?\s*\d{1,6})?$/iu.exec(text.trim()) ?? [];
  if (number === undefined) return false;
  const digits = number.replace(/\D/g, '');
  if (plus !== undefined) return digits.length >= 7 && digits.length <= 15;
  return digits.startsWith('0') && digits.length >= 10 && digits.length <= 11;
}

/**
 * A British postcode in its usual form (`SW1A 1AA`) from any case, with blanks and punctuation anywhere; undefined where it cannot be one.
 * Shapes: https://www.gov.uk/government/publications/bulk-data-transfer-for-sponsors-xml-schema (appendix C).
 */
export function postcodeFrom(text: string): string | undefined {
  if (text.length > 30) return undefined;
  const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const [, outward, inward] =
    /^(GIR|[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?))(\d[ABD-HJLNP-UW-Z]{2})$/.exec(plain) ?? [];
  return outward === undefined || inward === undefined ? undefined : `${outward} ${inward}`;
}
