import { readPostcode } from '@council-kit/core';
import fc from 'fast-check';
import type {
  Choice,
  Condition,
  Information,
  Journey,
  Question,
  RepeatedSection,
  Rule,
  Step,
  TextareaQuestion,
  TextQuestion,
} from '../definition.ts';
import { usePostcodes } from '../rules/postcode.ts';
import { text } from './skip.journey.ts';

usePostcodes(readPostcode);

/** Words that people, machines and attackers type. */
export const typed: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Ann Jones',
      '12',
      'ann@example.org',
      '01632 960 001',
      'SW1A 1AA',
      'tŷ',
      '1,000',
      '  blanks  ',
      'a\r\nb',
      'Mill Lane',
    ),
  },
  { weight: 2, arbitrary: fc.string({ maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '<b>"\'&amp;',
      '\u0000\u202e',
      '{"__proto__":{"a":1}}',
      '👩‍👩‍👧‍👦'.repeat(40),
      'x'.repeat(1_200),
      'e\u0301',
      '\ufeff',
      '</textarea><script>',
      'language:cy',
    ),
  },
);

const message = (name: string, rule: string) => text(`${name}: ${rule}`, `${name}: ${rule} (cy)`);

function rulesOf(name: string, own: readonly Rule['rule'][]): fc.Arbitrary<Rule[]> {
  const rule = (each: Rule['rule']): Rule => {
    const words = message(name, each);
    switch (each) {
      case 'max-characters':
        return { rule: each, characters: 10, message: words };
      case 'max-words':
        return { rule: each, words: 2, message: words };
      case 'pattern':
        return { rule: each, pattern: '[a-zA-Z ]*', message: words };
      case 'max-items':
        return { rule: each, items: 1, message: words };
      default:
        return { rule: each, message: words };
    }
  };
  return fc.subarray(['required' as const, ...own]).map((rules) => rules.map(rule));
}

const textRules = ['max-characters', 'max-words', 'pattern', 'email', 'telephone', 'postcode', 'whole-number'] as const;

function wordsQuestion(name: string): fc.Arbitrary<TextQuestion | TextareaQuestion> {
  return fc
    .tuple(fc.constantFrom('text' as const, 'textarea' as const), rulesOf(name, textRules), fc.boolean())
    .map(([kind, rules, limited]) => ({
      kind,
      name,
      label: text(`Label ${name}`),
      rules: rules.slice(0, 2),
      ...(kind === 'textarea' && limited ? { maxCharacters: 20 } : {}),
    }));
}

function choicesOf(name: string): fc.Arbitrary<Choice[]> {
  return fc.array(fc.option(wordsQuestion(`${name}-more`), { nil: undefined }), { minLength: 1, maxLength: 3 }).map((revealed) =>
    revealed.map((question, index) => ({
      value: `v${String(index)}`,
      text: text(`Choice ${String(index)} of ${name}`),
      // One question of a name.
      ...(question && index === revealed.findIndex((each) => each !== undefined) ? { questions: [question] } : {}),
    })),
  );
}

function questionOf(name: string): fc.Arbitrary<Question> {
  const label = text(`Label ${name}`);
  return fc.oneof(
    wordsQuestion(name),
    fc.tuple(choicesOf(name), rulesOf(name, [])).map(([choices, rules]): Question => ({ kind: 'radios', name, label, choices, rules })),
    fc.tuple(choicesOf(name), rulesOf(name, ['max-items']), fc.boolean()).map(([choices, rules, none]): Question => ({
      kind: 'checkboxes',
      name,
      label,
      choices,
      rules,
      ...(none ? { none: { value: 'none', text: text('None') } } : {}),
    })),
    fc.tuple(choicesOf(name), rulesOf(name, [])).map(([choices, rules]): Question => ({
      kind: 'select',
      name,
      label,
      choices: choices.map(({ value, text }) => ({ value, text })),
      rules,
    })),
    rulesOf(name, ['real-date', 'past-date']).map((rules): Question => ({ kind: 'date', name, label, rules })),
  );
}

function conditionOn(names: readonly string[]): fc.Arbitrary<Condition> {
  const simple: fc.Arbitrary<Condition> = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom('v0', 'v1', 'Ann Jones'), fc.integer({ min: 0, max: 2 }))
    .map(([question, value, kind]) =>
      kind === 0
        ? { question, is: kind === 0 ? [value, 'v2'] : value }
        : kind === 1
          ? { question, includes: value }
          : { answered: question },
    );
  return fc.oneof(
    { weight: 3, arbitrary: simple },
    simple.map((not) => ({ not })),
    fc.array(simple, { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
    fc.array(simple, { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
  );
}

/** What a part is made of before it is known which questions come before it. */
interface Plan {
  readonly repeated: boolean;
  readonly questions: number;
  readonly seeds: readonly number[];
}

/** Any definition that does not contradict itself: branches, reveals, questions that depend on others of their own page, repeated sections. */
export const randomJourney: fc.Arbitrary<Journey> = fc
  .array(
    fc.record<Plan>({
      repeated: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
      questions: fc.integer({ min: 1, max: 3 }),
      seeds: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .chain((plans) => {
    const parts: fc.Arbitrary<Step | RepeatedSection>[] = [];
    const known: string[] = [];
    let count = 0;
    const when = (seed: number | undefined, names: readonly string[]): fc.Arbitrary<Condition | undefined> =>
      names.length > 0 && seed === 0 ? conditionOn(names) : fc.constant(undefined);
    const stepOf = (id: string, plan: Plan, names: string[]): fc.Arbitrary<Step> => {
      const before = [...names];
      const contents: fc.Arbitrary<Question | Information>[] = [];
      for (let index = 0; index < plan.questions; index += 1) {
        const name = `q${String((count += 1))}`;
        const condition = when(plan.seeds[index + 1], names.slice());
        contents.push(fc.tuple(questionOf(name), condition).map(([question, holds]) => (holds ? { ...question, when: holds } : question)));
        names.push(name);
      }
      return fc
        .tuple(fc.tuple(...contents), when(plan.seeds[0], before))
        .map(([all, holds]): Step => ({ id, title: text(`Step ${id}`), contents: all, ...(holds ? { when: holds } : {}) }));
    };
    for (const [index, plan] of plans.entries()) {
      const id = `s${String(index)}`;
      if (!plan.repeated) {
        parts.push(stepOf(id, plan, known));
        continue;
      }
      const inner = [...known];
      parts.push(
        fc.tuple(stepOf('one', plan, inner), when(plan.seeds[7], [...known])).map(([step, holds]): RepeatedSection => ({
          id,
          name: `list${String(index)}`,
          title: text(`Section ${id}`),
          max: 3,
          anotherQuestion: text('Another?'),
          entryLabel: step.contents.find((content) => content.kind !== 'information')?.name ?? '',
          steps: [step],
          ...(holds ? { when: holds } : {}),
        })),
      );
    }
    return fc.tuple(...parts).map((steps): Journey => ({
      name: 'random',
      title: text('Random'),
      steps,
      check: { title: text('Check'), button: text('Send') },
      contact: { text: text('Ring us') },
    }));
  });
