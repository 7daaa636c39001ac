/** A number to which text messages can go. */
export interface PhoneNumber {
  /** With the country's code, without a plus: `447700900123`. */
  normalised: string;
  /** The code of the country. */
  prefix: string;
  /** A landline in the UK, for which a service needs a permission. */
  landline: boolean;
}

/** What is wrong with a number, in the words of Notify's API: notifications-utils, recipient_validation/errors.py. */
export interface PhoneProblem {
  problem: string;
}

const tooLong = { problem: 'Too many digits' };
const tooShort = { problem: 'Not enough digits' };
const unknownCharacter = { problem: 'Must not contain letters or symbols' };
const notValid = { problem: 'Number is not valid – double check the phone number you entered' };

/** The codes of countries: https://www.itu.int/pub/T-SP-E.164D */
const countryCode =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|21[12368]|2[2-5]\d|26\d|29[01789]|3[57]\d|38[0-35-79]|42[013]|5[09]\d|67[02-9]|68[0-35-9]|69[0-2]|85[02356]|88[06]|96[0-8]|97[0-79]|99[2-68])/;

/**
 * Reads a number as people write it. Notify uses libphonenumber; this holds its rules for the UK (Ofcom's plan, and the numbers reserved for
 * drama), and of other countries knows the code and the length only.
 */
export function readPhoneNumber(typed: string): PhoneNumber | PhoneProblem {
  const read = parse(typed);
  if (!('problem' in read) || typed === '') return read;
  // Stray zeros, a plus without a country, dashes of a printer: they are near enough.
  return parse(
    typed
      .replaceAll('+', '')
      .replace(/^0+/, '')
      .replace(/[‑–—−]/g, '-'),
  );
}

function parse(typed: string): PhoneNumber | PhoneProblem {
  if (/[^\s()\-+0-9\u180e\u200b-\u200d\u2060\ufeff\u2028\u2029\u00a0\u202f]/.test(typed)) return unknownCharacter;
  if (typed === '') return tooShort;
  const digits = typed.replace(/\D/g, '');
  if (digits === '') return notValid;
  const abroad = /^[^\d]*\+/.test(typed) ? digits : /^00[1-9]/.test(digits) ? digits.slice(2) : undefined;
  if (abroad !== undefined && !abroad.startsWith('44')) return readInternational(abroad);
  const national = (abroad?.slice(2) ?? (digits.length > 10 ? digits.replace(/^0?44/, '') : digits)).replace(/^0/, '');
  const read = readNational(national);
  // What is too long for the UK may be a number from abroad that lost its plus.
  if (read === tooLong && abroad === undefined) {
    const international = readInternational(digits);
    return 'problem' in international ? read : international;
  }
  return read;
}

function readNational(national: string): PhoneNumber | PhoneProblem {
  if (national.length > 10) return tooLong;
  if (national.length < 7 || national.length === 8) return national.length === 8 ? notValid : tooShort;
  const mobile = /^7(?:[1-57-9]\d{8}|624\d{6})$/.test(national);
  const landline = /^(?:1\d{8,9}|2\d{9}|3\d{9}|55\d{8})$/.test(national);
  const personal = /^70\d{8}$/.test(national);
  return mobile || landline || personal ? { normalised: `44${national}`, prefix: '44', landline } : notValid;
}

function readInternational(digits: string): PhoneNumber | PhoneProblem {
  const prefix = countryCode.exec(digits)?.[0];
  if (prefix === undefined) return notValid;
  const rest = digits.slice(prefix.length);
  if (prefix === '44') return readNational(rest);
  // North America has ten digits, and so has Russia, where people put an 8 before them.
  const own = prefix === '7' && rest.length === 11 ? rest.replace(/^8/, '') : rest;
  const [least, most] = prefix === '1' || prefix === '7' ? [10, 10] : [5, 15 - prefix.length];
  if (own.length < least) return tooShort;
  return own.length > most ? tooLong : { normalised: prefix + own, prefix, landline: false };
}
