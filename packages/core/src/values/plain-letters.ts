/** What people write in place of the ASCII apostrophe: quotation marks, accents of their own, primes, and the apostrophes of other scripts. */
const apostrophes = /['`´ʹʻ-ʿˈ‘’‚‛′‵Ꞌꞌ＇]/gu;

/** Letters that Unicode does not take apart: https://unicode.org/reports/tr15/ */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
};

/**
 * Text without accents, in plain Latin letters where it is in Latin letters: "Siân" is "Sian", "Łódź" is "Lodz", "Ærø" is "AEro".
 * Compatibility forms are taken apart ("Ａ" is "A"), and every apostrophe is `'`. Upper and lower case stay. Signs that are not seen go.
 */
export function plainLetters(text: string): string {
  // Most texts are ASCII, and taking text apart is most of the work.
  if (!/[^\0-\x7f]/.test(text)) return text.replaceAll('`', "'");
  return (
    text
      // First: an acute accent of its own would come apart into a space and a mark.
      .replace(apostrophes, "'")
      .normalize('NFKD')
      .replace(apostrophes, "'")
      .replace(/[\p{M}\p{Cf}]+/gu, '')
      .replace(/[ßæœøłđðþħıŋ]/giu, (letter) => letters[letter] ?? capital(letters[letter.toLowerCase()] ?? letter, letter))
  );
}

/** "AE" for Æ, "Th" for Þ: a ligature is two capitals, a letter of its own is one. */
function capital(plain: string, letter: string): string {
  return letter === 'Þ' ? 'Th' : plain.toUpperCase();
}
