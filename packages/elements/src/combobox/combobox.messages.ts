import { catalogue, type Catalogue } from '@council-kit/core';

export const comboboxMessages: Catalogue<'help' | 'count' | 'none' | 'chosen' | 'busy' | 'unmatched'> = catalogue({
  en: {
    help: 'As you type, options are listed below. Go through them with the arrow keys and choose with Enter, or touch one.',
    count: { one: '{count} option', other: '{count} options' },
    none: 'Nothing matches “{query}”',
    chosen: '{text} is chosen',
    busy: 'Searching…',
    unmatched: 'Choose one of the options',
  },
  cy: {
    help: 'Wrth i chi deipio, rhestrir opsiynau isod. Ewch drwyddynt gyda’r saethau a dewiswch gydag Enter, neu cyffyrddwch ag un.',
    count: '{count} opsiwn',
    none: 'Nid oes dim yn cyfateb i “{query}”',
    chosen: 'Dewiswyd {text}',
    busy: 'Yn chwilio…',
    unmatched: 'Dewiswch un o’r opsiynau',
  },
});
