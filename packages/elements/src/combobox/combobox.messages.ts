import { catalogue, type Catalogue } from '@council-kit/core';

export const comboboxMessages: Catalogue<'help' | 'options' | 'count' | 'none' | 'chosen' | 'busy' | 'unmatched'> = catalogue({
  en: {
    help: 'As you type, options are listed below. Go through them with the up and down arrow keys and choose with Enter. On a touch screen, explore by touch or with swipe gestures.',
    options: 'Options',
    count: { one: '{count} option', other: '{count} options' },
    none: 'Nothing matches “{query}”',
    chosen: '{text} is chosen',
    busy: 'Searching…',
    unmatched: 'Choose one of the options',
  },
  cy: {
    help: 'Wrth i chi deipio, rhestrir opsiynau isod. Ewch drwyddynt gyda’r saethau i fyny ac i lawr a dewiswch gydag Enter. Ar sgrin gyffwrdd, archwiliwch drwy gyffwrdd neu sweipio.',
    options: 'Opsiynau',
    count: '{count} opsiwn',
    none: 'Nid oes dim yn cyfateb i “{query}”',
    chosen: 'Dewiswyd {text}',
    busy: 'Yn chwilio…',
    unmatched: 'Dewiswch un o’r opsiynau',
  },
});
