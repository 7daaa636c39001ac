/** The letters of the inward half of a postcode: never C, I, K, M, O or V, which are hard to tell from others. */
const inwardLetters = 'ABDEFGHJLNPQRSTUWXYZ';

/** How many postcodes an outward code has room for. */
export const unitsPerOutward = 10 * inwardLetters.length ** 2;

/** The postcode with a number under an outward code; sectors run 1 to 9 and then 0. */
export function postcode(outward: string, unit: number): string {
  const letters = inwardLetters.length;
  const sector = (Math.floor(unit / letters ** 2) + 1) % 10;
  // 7 shares no factor with 400: neighbours in number are not neighbours in the alphabet.
  const pair = (unit * 7) % letters ** 2;
  return `${outward} ${sector}${inwardLetters.charAt(Math.floor(pair / letters))}${inwardLetters.charAt(pair % letters)}`;
}

/** The last postcodes of an outward code, which the gazetteer leaves unused and postcodes.io knows as terminated. */
export const terminatedPerOutward = 5;
