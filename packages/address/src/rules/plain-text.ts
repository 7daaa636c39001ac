/**
 * Text as it is compared: lower case, without accents and apostrophes, other signs as spaces. "St. Mary's, Pen-y-bryn" becomes
 * "st marys pen y bryn".
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’‘`´.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
