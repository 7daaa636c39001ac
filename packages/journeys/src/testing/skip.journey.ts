import type { Text } from '@council-kit/core';
import type { Journey } from '../definition.ts';

/** A text in both languages, for definitions that only tests read. */
export function text(en: string, cy = `${en} (cy)`): Text {
  return { en, cy };
}

/** A permit for a skip in the street: every kind of question that needs no service, conditions, reveals and a repeated section. */
export const skipJourney: Journey = {
  name: 'skip',
  title: text('Apply for a skip permit', 'Gwneud cais am drwydded sgip'),
  steps: [
    {
      id: 'kind',
      contents: [
        {
          kind: 'radios',
          name: 'kind',
          label: text('What is the skip for?', 'Ar gyfer beth mae’r sgip?'),
          choices: [
            { value: 'garden', text: text('Garden waste', 'Gwastraff gardd') },
            {
              value: 'other',
              text: text('Something else', 'Rhywbeth arall'),
              questions: [
                {
                  kind: 'text',
                  name: 'other-kind',
                  label: text('What is it?', 'Beth ydyw?'),
                  rules: [{ rule: 'required', message: text('Enter what the skip is for', 'Rhowch ar gyfer beth mae’r sgip') }],
                },
              ],
            },
            { value: 'building', text: text('Building waste', 'Gwastraff adeiladu') },
          ],
          rules: [{ rule: 'required', message: text('Select what the skip is for', 'Dewiswch ar gyfer beth mae’r sgip') }],
        },
      ],
    },
    {
      id: 'asbestos',
      when: { question: 'kind', is: 'building' },
      contents: [
        {
          kind: 'checkboxes',
          name: 'hazards',
          label: text('What is in it?', 'Beth sydd ynddo?'),
          choices: [
            { value: 'asbestos', text: text('Asbestos', 'Asbestos') },
            { value: 'plasterboard', text: text('Plasterboard', 'Bwrdd plastr') },
          ],
          none: { value: 'none', text: text('None of these', 'Dim un o’r rhain') },
          rules: [
            {
              rule: 'required',
              message: text('Select what is in it, or none of these', 'Dewiswch beth sydd ynddo, neu ddim un o’r rhain'),
            },
          ],
        },
      ],
    },
    {
      id: 'details',
      title: text('About the skip', 'Am y sgip'),
      contents: [
        {
          kind: 'information',
          look: 'inset',
          text: text('A skip stays for two weeks at most.', 'Mae sgip yn aros am bythefnos ar y mwyaf.'),
        },
        {
          kind: 'date',
          name: 'from',
          label: text('When does it come?', 'Pryd mae’n dod?'),
          rules: [{ rule: 'required', message: text('Enter the day it comes', 'Rhowch y diwrnod y daw') }],
        },
        { kind: 'textarea', name: 'notes', label: text('Anything else?', 'Unrhyw beth arall?'), maxCharacters: 200 },
      ],
    },
    {
      id: 'vehicles',
      name: 'vehicles',
      title: text('Vehicles', 'Cerbydau'),
      max: 3,
      anotherQuestion: text('Do you want to add another vehicle?', 'Ydych chi am ychwanegu cerbyd arall?'),
      entryLabel: 'registration',
      steps: [
        {
          id: 'registration',
          contents: [
            {
              kind: 'text',
              name: 'registration',
              label: text('What is its registration?', 'Beth yw ei rif cofrestru?'),
              width: 10,
              spellcheck: false,
              rules: [
                { rule: 'required', message: text('Enter the registration', 'Rhowch y rhif cofrestru') },
                {
                  rule: 'pattern',
                  pattern: '[A-Za-z0-9 ]{2,8}',
                  message: text('A registration has letters and numbers only', 'Llythrennau a rhifau yn unig sydd mewn rhif cofrestru'),
                },
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'email',
      contents: [
        {
          kind: 'text',
          type: 'email',
          name: 'email',
          autocomplete: 'email',
          spellcheck: false,
          label: text('What is your email address?', 'Beth yw eich cyfeiriad e-bost?'),
          rules: [
            {
              rule: 'email',
              message: text(
                'Enter an email address in the correct format, like name@example.com',
                'Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com',
              ),
            },
          ],
        },
      ],
    },
  ],
  check: {
    title: text('Check your answers', 'Gwiriwch eich atebion'),
    button: text('Send application', 'Anfon y cais'),
  },
  confirmation: {
    title: text('Application received', 'Cais wedi dod i law'),
    next: [text('We answer within 5 days.', 'Byddwn yn ateb o fewn 5 diwrnod.')],
  },
  contact: {
    text: text('Ring us on weekdays from 9 to 5.', 'Ffoniwch ni yn ystod yr wythnos rhwng 9 a 5.'),
    telephone: '01632 960 001',
    email: 'skips@example.org',
  },
};
