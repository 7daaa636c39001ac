import { domainToASCII } from 'node:url';

/** Characters without a width that people paste with an address, and blanks that do not break. */
const obscure = /[\u180e\u200b-\u200d\u2060\ufeff\u2028\u2029\u00a0\u202f]/g;

/** The text without what nobody sees, and without blanks around it. */
export const withoutObscureWhitespace = (text: string): string => text.replace(obscure, '').replace(/^[ \t\n\r\v\f]+|[ \t\n\r\v\f]+$/g, '');

const address = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@([^.@][^@\s]+)$/;
const hostPart = /^(?:xn|[a-z0-9]+)(?:-?-[a-z0-9]+)*$/i;
const topLevel = /^(?:[a-z]{2,63}|xn--(?:[a-z0-9]+-)*[a-z0-9]+)$/i;

/** Whether Notify takes an address: the rules of notifications-utils, recipient_validation/email_address.py. */
export function isEmailAddress(typed: string): boolean {
  const trimmed = withoutObscureWhitespace(typed);
  const host = address.exec(trimmed)?.[1];
  if (host === undefined || trimmed.length > 320 || trimmed.includes('..')) return false;
  const ascii = domainToASCII(host);
  const parts = ascii.split('.');
  if (ascii.length > 253 || parts.length < 2) return false;
  return parts.every((part) => part.length <= 63 && hostPart.test(part)) && topLevel.test(parts.at(-1) ?? '');
}
