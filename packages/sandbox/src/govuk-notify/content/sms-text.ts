import { normaliseWhitespace, withoutBlankBeforePunctuation } from './typography.ts';

/** The alphabet of text messages (GSM 03.38); the last eight count twice. */
const gsm = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extended = new Set('^{}\\[~]|€');
/** Letters of Welsh: those outside the alphabet are kept, and make the message twice as long. */
const welsh = new Set('àèìòùẁỳÀÈÌÒÙẀỲáéíóúẃýÁÉÍÓÚẂÝäëïöüẅÿÄËÏÖÜẄŸâêîôûŵŷÂÊÎÔÛŴŶ');

const replacements: Readonly<Record<string, string>> = {
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '‚': "'",
  '„': '"',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\t': ' ',
  Ł: 'L',
  ł: 'l',
};

const isAllowed = (character: string): boolean => gsm.has(character) || extended.has(character) || welsh.has(character);

/** A text message as Notify sends it: no doubled blanks or empty lines, and letters that networks carry. The rest becomes a question mark. */
export function smsText(text: string): string {
  const lines = withoutBlankBeforePunctuation(text).split(/\r\n|[\n\r]/);
  const tidy = lines
    .map(normaliseWhitespace)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return [...tidy].map(encode).join('');
}

function encode(character: string): string {
  if (isAllowed(character)) return character;
  const plain = character.normalize('NFD').charAt(0);
  if (plain !== character && isAllowed(plain)) return plain;
  return replacements[character] ?? '?';
}

/** How many messages a text is to the networks, which is what a service pays for. */
export function smsFragments(text: string): number {
  const length = text.length;
  if ([...text].some((character) => welsh.has(character) && !gsm.has(character))) return length <= 70 ? 1 : Math.ceil(length / 67);
  const counted = length + [...text].filter((character) => extended.has(character)).length;
  return counted <= 160 ? 1 : Math.ceil(counted / 153);
}

/** The longest text message, without the name of the service. */
export const longestSms = 918;
