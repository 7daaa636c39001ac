import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from 'lit';
import * as v from 'valibot';
import type { Answers, Journey, Question, Rule, Step } from '../definition.ts';
import type { SpecialKind } from '../special.ts';
import { skipJourney, text } from '../testing/skip.journey.ts';
import { answerPage, keepPage } from './answer-page.ts';
import { checkPage, checkQuestion } from './check.ts';
import { backAddress, checkAddress } from './addresses.ts';
import { checkAll, firstMissing, missingPages, startProgress } from './progress.ts';
import { walk } from './walk.ts';

const context = { language: 'en', specials: {} };
const addresses = (answers: Answers, journey = skipJourney): string[] => walk(journey, answers, {}).pages.map(({ address }) => address);
const form = (fields: Record<string, string | readonly string[]>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) data.append(name, each);
  return data;
};
const question = (own: Partial<Question>, ...rules: Rule[]): Question =>
  ({ kind: 'text', name: 'q', label: text('Q'), rules, ...own }) as Question;
const message = text('No');

test('which pages are asked follows from the answers', () => {
  assert.deepEqual(addresses({}), ['kind', 'details', 'vehicles/1/registration', 'vehicles', 'email']);
  assert.deepEqual(addresses({ kind: 'building' }), ['kind', 'asbestos', 'details', 'vehicles/1/registration', 'vehicles', 'email']);
  assert.deepEqual(addresses({ vehicles: [{}, { registration: 'A' }] }).slice(2, 5), [
    'vehicles/1/registration',
    'vehicles/2/registration',
    'vehicles',
  ]);
});

test('an answer to a question that is no longer asked is remembered and not submitted', async () => {
  const service = { journey: skipJourney };
  let { progress } = await answerPage(service, startProgress(), 'kind', form({ kind: 'building' }), context);
  ({ progress } = await answerPage(service, progress, 'asbestos', form({ hazards: ['asbestos'] }), context));
  ({ progress } = await answerPage(service, progress, 'kind', form({ kind: 'garden' }), context));
  assert.deepEqual(progress.answers['hazards'], ['asbestos']);
  assert.equal('hazards' in walk(skipJourney, progress.answers, {}).answers, false);
  ({ progress } = await answerPage(service, progress, 'kind', form({ kind: 'building' }), context));
  assert.deepEqual(walk(skipJourney, progress.answers, {}).answers['hazards'], ['asbestos']);
});

test('an answer remembered from a branch since left decides nothing', () => {
  const step = (id: string, when: Step['when'] = undefined): Step => ({
    id,
    when,
    contents: [{ kind: 'text', name: id, label: text(id) }],
  });
  const journey: Journey = {
    ...skipJourney,
    steps: [step('a'), step('b', { question: 'a', is: 'yes' }), step('c', { question: 'b', is: 'yes' })],
  };
  assert.deepEqual(addresses({ a: 'yes', b: 'yes' }, journey), ['a', 'b', 'c']);
  assert.deepEqual(addresses({ a: 'no', b: 'yes' }, journey), ['a']);
});

test('a special question completes its answer when the resident goes on, or asks for more without blaming anybody', async () => {
  const streets = ['Mill Lane', 'Mill Road', 'High Street'];
  const street: SpecialKind = {
    schema: v.object({ typed: v.string(), street: v.optional(v.string()) }),
    parse: (given) => ({ typed: String(given.get('street')) }),
    complete: ({ typed }) => {
      const found = streets.filter((each) => each.startsWith(String(typed)));
      if (typed === '') return Promise.resolve({ answer: undefined, errors: [{ field: 'street', message: 'Enter a street' }] });
      return Promise.resolve(found.length === 1 ? { answer: { typed, street: found[0] } } : { answer: { typed }, stay: true });
    },
    check: (answer) => (answer['street'] ? [] : [{ field: 'street', message: 'Select a street' }]),
    template: () => html``,
    summary: () => '',
  };
  const journey: Journey = {
    ...skipJourney,
    steps: [{ id: 'street', contents: [{ kind: 'special', special: 'street', name: 'street', label: text('Street') }] }],
  };
  const service = { journey, specials: { street } };
  const answered = async (typed: string) => answerPage(service, startProgress(), 'street', form({ street: typed }), context);
  const one = await answered('High');
  assert.deepEqual([one.address, one.progress.answers['street']], ['check', { typed: 'High', street: 'High Street' }]);
  const several = await answered('Mill');
  assert.deepEqual([several.address, several.errors, several.progress.answers['street']], ['street', [], { typed: 'Mill' }]);
  assert.deepEqual((await answered('')).errors, [{ field: 'street', message: 'Enter a street' }]);
});

test('what is missing is what was not gone on from, what breaks a rule, and what asks something else now', async () => {
  const service = { journey: skipJourney };
  const { progress } = await answerPage(service, startProgress(), 'email', form({}), context);
  const walked = walk(skipJourney, progress.answers, {});
  assert.deepEqual(
    missingPages(walked, progress, context).map(({ address }) => address),
    ['kind', 'details', 'vehicles/1/registration', 'vehicles'],
  );
  // An optional page is done once it was gone on from, and not before.
  assert.equal(firstMissing(walked, { answers: {}, passed: {} }, context), 'kind');
});

test('a page whose questions changed is asked again, though nothing on it is required', async () => {
  const journey = (answers: Answers): Journey => ({
    ...skipJourney,
    steps: [
      { id: 'what', contents: [{ kind: 'text', name: 'what', label: text('What?') }] },
      { id: 'more', contents: [{ kind: 'text', name: answers['what'] === 'tree' ? 'height' : 'width', label: text('How big?') }] },
    ],
  });
  const service = { journey, outline: skipJourney };
  let answered = await answerPage(service, startProgress(), 'what', form({ what: 'hole' }), context);
  answered = await answerPage(service, answered.progress, 'more', form({ width: '2' }), context);
  assert.equal(answered.address, checkAddress);
  answered = await answerPage(service, answered.progress, 'what', form({ what: 'tree', _changing: '1' }), context);
  assert.equal(answered.address, 'more');
});

test('a question that an answer on its own page brings is shown before it is blamed', async () => {
  const journey: Journey = {
    ...skipJourney,
    steps: [
      {
        id: 'both',
        title: text('Both'),
        contents: [
          {
            kind: 'radios',
            name: 'a',
            label: text('A'),
            choices: [
              { value: 'yes', text: text('Yes') },
              { value: 'no', text: text('No') },
            ],
          },
          { kind: 'text', name: 'b', label: text('B'), when: { question: 'a', is: 'yes' }, rules: [{ rule: 'required', message }] },
        ],
      },
    ],
  };
  let answered = await answerPage({ journey }, startProgress(), 'both', form({ a: 'yes', _shown: 'a' }), context);
  assert.deepEqual([answered.address, answered.errors], ['both', []]);
  answered = await answerPage({ journey }, answered.progress, 'both', form({ a: 'yes', b: '', _shown: 'a b' }), context);
  assert.deepEqual(answered.errors, [{ field: 'b', message: 'No' }]);
  answered = await answerPage({ journey }, answered.progress, 'both', form({ a: 'yes', b: 'x', _shown: 'a b' }), context);
  assert.equal(answered.address, checkAddress);
});

test('keeping what is typed makes the page one to go on from again, if it changed', async () => {
  const { progress } = await answerPage({ journey: skipJourney }, startProgress(), 'kind', form({ kind: 'garden' }), context);
  const [page] = walk(skipJourney, progress.answers, {}).pages;
  assert.equal(keepPage({ journey: skipJourney }, progress, page, form({ kind: 'garden' })), progress);
  assert.deepEqual(keepPage({ journey: skipJourney }, progress, page, form({ kind: 'building' })).passed, {});
});

test('back is the page before; from a change, the check page', () => {
  const walked = walk(skipJourney, {}, {});
  assert.equal(backAddress(walked, 'kind'), undefined);
  assert.equal(backAddress(walked, 'details'), 'kind');
  assert.equal(backAddress(walked, checkAddress), 'email');
  assert.equal(backAddress(walked, 'details', true), checkAddress);
});

test('errors come in the order of the questions, those of a reveal after the choice', () => {
  const journey: Journey = {
    ...skipJourney,
    steps: [
      {
        id: 'all',
        title: text('All'),
        contents: [
          { kind: 'text', name: 'z', label: text('Z'), rules: [{ rule: 'required', message: text('Enter Z') }] },
          {
            kind: 'radios',
            name: 'r',
            label: text('R'),
            choices: [
              {
                value: 'x',
                text: text('X'),
                questions: [{ kind: 'text', name: 'b', label: text('B'), rules: [{ rule: 'required', message: text('Enter B') }] }],
              },
            ],
          },
          { kind: 'text', name: 'a', label: text('A'), rules: [{ rule: 'required', message: text('Enter A') }] },
        ],
      },
    ],
  };
  const walked = walk(journey, { r: 'x' }, {});
  assert.deepEqual(
    checkAll(walked, context).flatMap(({ errors }) => errors.map(({ message }) => message)),
    ['Enter Z', 'Enter B', 'Enter A'],
  );
  const [page] = walk(journey, {}, {}).pages;
  assert.deepEqual(page && checkPage(page, { ...context, language: 'cy' }).map((error) => error.message), ['Enter Z (cy)', 'Enter A (cy)']);
});

test('the first rule that an answer breaks gives the error', () => {
  const rules: Rule[] = [
    { rule: 'required', message: text('Enter it') },
    { rule: 'max-characters', characters: 3, message: text('Too long') },
    { rule: 'pattern', pattern: '[a-z]+', message: text('Letters only') },
  ];
  const check = (answer: string | undefined): string | undefined => checkQuestion(question({}, ...rules), answer, 'en');
  assert.deepEqual([check(undefined), check('1234'), check('123'), check('abc')], ['Enter it', 'Too long', 'Letters only', undefined]);
});

test('no pattern is ever run on a long text', () => {
  const slow: Rule = { rule: 'pattern', pattern: '(?:a|a)*b', message: text('No') };
  const started = process.hrtime.bigint();
  assert.equal(checkQuestion(question({}, slow), 'a'.repeat(200_000), 'en'), 'Your answer must be 1,000 characters or fewer');
  assert.ok(Number(process.hrtime.bigint() - started) < 1e9);
});

test('dates, numbers and items are checked as their rules say', () => {
  const date = (answer: string | string[], ...rules: Rule[]): string | undefined =>
    checkQuestion(question({ kind: 'date' }, ...rules), answer, 'en');
  assert.equal(date('2020-01-01', { rule: 'past-date', message }), undefined);
  assert.equal(date('2999-01-01', { rule: 'past-date', message }), 'No');
  assert.equal(date(['31', '2', '2027'], { rule: 'real-date', message }), 'No');
  assert.equal(date(['31', '2', '2027']), 'The date must be a real date, like 27 3 2027');
  const number = (answer: string): string | undefined => checkQuestion(question({}, { rule: 'whole-number', message }), answer, 'en');
  assert.deepEqual([number('1,200'), number('12 000'), number('1.5'), number('-1')], [undefined, undefined, 'No', 'No']);
  const items = question({ kind: 'checkboxes', choices: [] } as Partial<Question>, { rule: 'max-items', items: 1, message });
  assert.deepEqual([checkQuestion(items, ['a'], 'en'), checkQuestion(items, ['a', 'b'], 'en')], [undefined, 'No']);
});
