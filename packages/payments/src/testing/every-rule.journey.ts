/** A payment whose definition uses what a payment's own does not, and what a resident does and is told: for the widget and for the pages. */
import type { Journey } from '@council-kit/journeys';

const both = (en: string) => ({ en, cy: en });

/** A payment's journey with questions of every other kind, several on a page, conditions and rules. */
export const withEveryRule = (journey: Journey): Journey => ({
  ...journey,
  steps: [
    ...journey.steps,
    {
      id: 'about',
      title: both('About this payment'),
      contents: [
        {
          kind: 'text',
          name: 'payer',
          label: both('Your name'),
          rules: [{ rule: 'max-characters', characters: 10, message: both('Your name must be 10 characters or fewer') }],
        },
        { kind: 'textarea', name: 'note', label: both('A note'), maxCharacters: 20 },
        {
          kind: 'radios',
          name: 'whose',
          label: both('Whose bill is it?'),
          choices: [
            { value: 'mine', text: both('Mine') },
            { value: 'other', text: both('Somebody else’s') },
          ],
          rules: [{ rule: 'required', message: both('Select whose bill it is') }],
        },
        {
          kind: 'text',
          name: 'owner',
          label: both('Their name'),
          when: { question: 'whose', is: 'other' },
          rules: [{ rule: 'required', message: both('Enter their name') }],
        },
      ],
    },
    {
      id: 'day',
      when: { question: 'whose', is: 'other' },
      contents: [{ kind: 'date', name: 'day', label: both('When did they ask you?') }],
    },
    {
      id: 'how',
      title: both('How they asked you'),
      contents: [
        {
          kind: 'checkboxes',
          name: 'ways',
          label: both('How did they ask?'),
          choices: [
            { value: 'letter', text: both('By letter') },
            { value: 'phone', text: both('By telephone') },
          ],
        },
        {
          kind: 'select',
          name: 'place',
          label: both('Where?'),
          choices: [
            { value: 'home', text: both('At home') },
            { value: 'work', text: both('At work') },
          ],
          rules: [{ rule: 'required', message: both('Select where') }],
        },
      ],
    },
    {
      id: 'never',
      when: { question: 'whose', is: 'mine' },
      contents: [{ kind: 'text', name: 'never', label: both('Is it really yours?') }],
    },
  ],
});

/** A page: what is typed on it, and what is said of that. Without errors it is gone on from. */
export interface Visit {
  readonly heading: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly errors?: readonly string[];
}

/** The way of a resident through it. */
export const visits: readonly Visit[] = [
  { heading: 'What is your council tax account number?', fields: { reference: '501231231' } },
  { heading: 'How much do you want to pay?', fields: { 'amount-other': '20' } },
  { heading: 'Where should we send your receipt?', fields: { email: '' } },
  {
    heading: 'About this payment',
    fields: { payer: 'Bartholomew Smith', note: 'A note that is far too long for this' },
    errors: ['Your name must be 10 characters or fewer', 'Your answer must be 20 characters or fewer', 'Select whose bill it is'],
  },
  // Asks for the owner on the same page, and blames nobody for not having answered before it was asked.
  { heading: 'About this payment', fields: { payer: 'B Smith', note: 'For June', whose: 'other' }, errors: [] },
  { heading: 'About this payment', fields: { note: 'For June', owner: '' }, errors: ['Enter their name'] },
  { heading: 'About this payment', fields: { note: 'For June', owner: 'Ann' } },
  {
    heading: 'When did they ask you?',
    fields: { 'day-day': '31', 'day-month': '2', 'day-year': '2027' },
    errors: ['The date must be a real date, like 27 3 2027'],
  },
  { heading: 'When did they ask you?', fields: { 'day-day': '27', 'day-month': 'March', 'day-year': '2027' } },
  { heading: 'How they asked you', fields: { ways: 'phone', place: '' }, errors: ['Select where'] },
  { heading: 'How they asked you', fields: { ways: 'phone', place: 'work' } },
];

/** What the check page then says. */
export const checked =
  'What you are paying Council tax Council tax account number 501231231 Change council tax account number Amount £20.00 Change amount Receipt Not provided Change receipt Your name B Smith Change your name A note For June Change a note Whose bill is it? Somebody else’s Change whose bill is it? Their name Ann Change their name When did they ask you? 27 March 2027 Change when did they ask you? How did they ask? By telephone Change how did they ask? Where? At work Change where?';
