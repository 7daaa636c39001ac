import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  'continue' | 'or' | 'try-again' | 'unreachable-title' | 'unreachable' | 'not-loaded-title' | 'not-loaded' | 'loading' | 'contact';

/** What the first page says itself, and what is said where it does not come. The questions’ words are in the definition. */
export const journeyMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    continue: 'Continue',
    or: 'or',
    'try-again': 'Try again',
    'unreachable-title': 'The next question could not be loaded',
    unreachable: 'We could not reach the council. Your answers are still here: check your connection and try again.',
    'not-loaded-title': 'The form could not be loaded',
    'not-loaded': 'Sorry, there is a problem. Check your connection and try again.',
    loading: 'Loading',
    contact: 'If you cannot use this form',
  },
  cy: {
    continue: 'Parhau',
    or: 'neu',
    'try-again': 'Rhoi cynnig arall arni',
    'unreachable-title': 'Nid oedd modd llwytho’r cwestiwn nesaf',
    unreachable: 'Nid oedd modd cyrraedd y cyngor. Mae eich atebion yma o hyd: gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
    'not-loaded-title': 'Nid oedd modd llwytho’r ffurflen',
    'not-loaded': 'Mae’n ddrwg gennym, mae problem. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
    loading: 'Yn llwytho',
    contact: 'Os na allwch ddefnyddio’r ffurflen hon',
  },
});
