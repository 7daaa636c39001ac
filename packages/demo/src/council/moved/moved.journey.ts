import type { Text } from '@council-kit/core';
import type { Journey } from '@council-kit/journeys';
import { council } from '../council.ts';

const text = (en: string, cy: string): Text => ({ en, cy });

/** "Tell us you have moved": a service of the council's own, as data. */
export const movedJourney: Journey = {
  name: 'moved',
  title: text('Tell us you have moved', 'Dweud wrthym eich bod wedi symud'),
  steps: [
    {
      id: 'new-address',
      contents: [
        {
          kind: 'special',
          special: 'address',
          name: 'home',
          label: text('What is your new address?', 'Beth yw eich cyfeiriad newydd?'),
          settings: { area: 'council' },
          rules: [{ rule: 'required', message: text('Enter a postcode', 'Rhowch god post') }],
        },
      ],
    },
    {
      id: 'date',
      contents: [
        {
          kind: 'date',
          name: 'moved-on',
          label: text('When did you move in?', 'Pryd symudoch i mewn?'),
          hint: text('For example, 27 3 2026', 'Er enghraifft, 27 3 2026'),
          rules: [
            { rule: 'required', message: text('Enter the date you moved in', 'Rhowch y dyddiad y symudoch i mewn') },
            {
              rule: 'real-date',
              message: text(
                'The date you moved in must be a real date, like 27 3 2026',
                'Rhaid i’r dyddiad fod yn un go iawn, fel 27 3 2026',
              ),
            },
            {
              rule: 'past-date',
              message: text('The date you moved in must be today or in the past', 'Rhaid i’r dyddiad fod heddiw neu yn y gorffennol'),
            },
          ],
        },
      ],
    },
    {
      id: 'old-address',
      contents: [
        {
          kind: 'special',
          special: 'address',
          name: 'before',
          label: text('Where did you live before?', 'Ble roeddech chi’n byw o’r blaen?'),
          settings: { area: 'anywhere' },
          rules: [{ rule: 'required', message: text('Enter a postcode', 'Rhowch god post') }],
        },
      ],
    },
    {
      id: 'who',
      title: text('Who has moved?', 'Pwy sydd wedi symud?'),
      contents: [
        {
          kind: 'text',
          name: 'name',
          label: text('Full name', 'Enw llawn'),
          autocomplete: 'name',
          spellcheck: false,
          rules: [
            { rule: 'required', message: text('Enter your full name', 'Rhowch eich enw llawn') },
            {
              rule: 'max-characters',
              characters: 200,
              message: text('Your name must be 200 characters or fewer', 'Rhaid i’ch enw fod yn 200 nod neu lai'),
            },
          ],
        },
        {
          kind: 'text',
          name: 'email',
          type: 'email',
          label: text('Email address', 'Cyfeiriad e-bost'),
          autocomplete: 'email',
          spellcheck: false,
          rules: [
            { rule: 'required', message: text('Enter your email address', 'Rhowch eich cyfeiriad e-bost') },
            {
              rule: 'email',
              message: text(
                'Enter an email address in the correct format, like name@example.com',
                'Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@enghraifft.com',
              ),
            },
          ],
        },
      ],
    },
  ],
  check: {
    title: text('Check your answers before you send them', 'Gwiriwch eich atebion cyn eu hanfon'),
    button: text('Tell us you have moved', 'Dweud wrthym eich bod wedi symud'),
  },
  contact: {
    text: text(`Call us on ${council.telephone}, ${council.hours.en}`, `Ffoniwch ni ar ${council.telephone}, ${council.hours.cy}`),
    telephone: council.telephone,
  },
};
