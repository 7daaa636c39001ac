/**
 * The check character of cards (ISO/IEC 7812-1), for any alphabet with an even number of characters: it notices one wrong character and
 * most swaps of neighbours. https://en.wikipedia.org/wiki/Luhn_mod_N_algorithm
 *
 * @param text characters of the alphabet only
 * @param alphabet its characters, each once
 */
export function luhnCharacter(text: string, alphabet = '0123456789'): string {
  const base = alphabet.length;
  return alphabet.charAt((base - (luhnSum(text, alphabet, 2) % base)) % base);
}

/** Whether the last character is the one that {@link luhnCharacter} gives for those before it. */
export function passesLuhn(text: string, alphabet = '0123456789'): boolean {
  return text !== '' && luhnSum(text, alphabet, 1) % alphabet.length === 0;
}

function luhnSum(text: string, alphabet: string, lastFactor: 1 | 2): number {
  const base = alphabet.length;
  let sum = 0;
  for (let back = 0; back < text.length; back += 1) {
    const value = alphabet.indexOf(text.charAt(text.length - 1 - back)) * (back % 2 === 0 ? lastFactor : 3 - lastFactor);
    sum += Math.floor(value / base) + (value % base);
  }
  return sum;
}
