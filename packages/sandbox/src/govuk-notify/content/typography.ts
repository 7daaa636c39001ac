/** What Notify does to the text that a reader sees: notifications-utils, formatters.py. */
export function niceTypography(text: string): string {
  return enDashes(plainQuotesInEmailAddresses(smartQuotes(withoutBlankBeforePunctuation(text))));
}

export const withoutBlankBeforePunctuation = (text: string): string => text.replace(/(?<![ \t])[ \t]+([,.])/g, '$1');

/** One blank between words, none around a line and none without a width. */
export const normaliseWhitespace = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u180e\u200b-\u200d\u2060\ufeff\u2028\u2029]/g, '')
    .trim()
    .split(/\s+/)
    .join(' ');

const enDashes = (text: string): string => text.replace(/(?<!\s)\s+[-–—]{1,3}\s+/g, ' – ');

const plainQuotesInEmailAddresses = (text: string): string =>
  text.replace(/(^|\s)\S+@\S+(?=\s|$)/gm, (found) => found.replace(/[‘’]/g, "'"));

/** The rules of SmartyPants: https://daringfireball.net/projects/smartypants/ */
function smartQuotes(text: string): string {
  return text
    .replace(/"'(?=\w)/g, '“‘')
    .replace(/'"(?=\w)/g, '‘“')
    .replace(/'(?=\d\ds)/g, '’')
    .replace(/(\s|--|[–—])'(?=\w)/g, '$1‘')
    .replace(/([^ \t\r\n[{(-])'/g, '$1’')
    .replace(/'/g, '‘')
    .replace(/(\s|--|[–—])"(?=\w)/g, '$1“')
    .replace(/"(?=\s)/g, '”')
    .replace(/([^ \t\r\n[{(-])"/g, '$1”')
    .replace(/"/g, '“');
}
