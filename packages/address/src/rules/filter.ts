import { foldText } from '@council-kit/core';
import type { ListedAddress } from '../contract/address.ts';

/** Narrows a list as somebody types. */
export type AddressFilter<Listed> = (typed: string) => readonly Listed[];

/**
 * Prepares a list of addresses (10,000 take some milliseconds), and then narrows it in well under one for each key: every word typed
 * must begin a word of the address, whatever the case, accents, full stops and order. What is typed without its last letters fits as well,
 * so "1" shows 1, 10 and 12; a number that is followed by a space is meant as it is.
 */
export function addressFilter<Listed extends Pick<ListedAddress, 'singleLine'>>(addresses: readonly Listed[]): AddressFilter<Listed> {
  const texts = addresses.map(({ singleLine }) => ` ${foldText(singleLine)} `);
  // Each key narrows what the key before it left, unless something was taken back.
  let before = '';
  let left = texts.map((_, index) => index);
  return (typed) => {
    const plain = foldText(typed.slice(0, 200)) + (/\s$/.test(typed) ? ' ' : '');
    const words = ` ${plain}`.split(/(?<=\S)(?= )/).filter((word) => word.trim() !== '');
    const last = words.length - 1;
    // A word that is finished may be the beginning of another ("mill la"), but a finished number is that number.
    const needles = words.map((word, index) => (/\d/.test(word) && (index < last || plain.endsWith(' ')) ? `${word} ` : word));
    if (!plain.startsWith(before) || before.endsWith(' ') !== plain.endsWith(' ') || /\d$/.test(before))
      left = texts.map((_, index) => index);
    left = left.filter((index) => needles.every((needle) => texts[index]?.includes(needle)));
    before = plain;
    return left.flatMap((index) => addresses[index] ?? []);
  };
}
