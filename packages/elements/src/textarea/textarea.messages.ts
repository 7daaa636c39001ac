import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'characterLimit'
  | 'wordLimit'
  | 'charactersLeft'
  | 'noCharactersLeft'
  | 'charactersTooMany'
  | 'wordsLeft'
  | 'noWordsLeft'
  | 'wordsTooMany';

export const textareaMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    characterLimit: { one: 'You can enter up to {count} character', other: 'You can enter up to {count} characters' },
    wordLimit: { one: 'You can enter up to {count} word', other: 'You can enter up to {count} words' },
    charactersLeft: { one: 'You have {count} character remaining', other: 'You have {count} characters remaining' },
    noCharactersLeft: 'You have 0 characters remaining',
    charactersTooMany: { one: 'You have {count} character too many', other: 'You have {count} characters too many' },
    wordsLeft: { one: 'You have {count} word remaining', other: 'You have {count} words remaining' },
    noWordsLeft: 'You have 0 words remaining',
    wordsTooMany: { one: 'You have {count} word too many', other: 'You have {count} words too many' },
  },
  cy: {
    characterLimit: {
      two: 'Gallwch roi hyd at {count} nod',
      few: 'Gallwch roi hyd at {count} nod',
      other: 'Gallwch roi hyd at {count} nod',
    },
    wordLimit: { two: 'Gallwch roi hyd at {count} air', other: 'Gallwch roi hyd at {count} gair' },
    charactersLeft: { other: 'Mae gennych {count} nod ar ôl' },
    noCharactersLeft: 'Mae gennych 0 nod ar ôl',
    charactersTooMany: { other: 'Mae gennych {count} nod yn ormod' },
    wordsLeft: { two: 'Mae gennych {count} air ar ôl', other: 'Mae gennych {count} gair ar ôl' },
    noWordsLeft: 'Mae gennych 0 gair ar ôl',
    wordsTooMany: { two: 'Mae gennych {count} air yn ormod', other: 'Mae gennych {count} gair yn ormod' },
  },
});
