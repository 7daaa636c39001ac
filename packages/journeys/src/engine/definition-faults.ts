import type { Condition, Information, Journey, Question, Step } from '../definition.ts';
import { checkAddress, confirmationAddress } from './addresses.ts';
import { isQuestion, withRevealed } from './walk.ts';

function named(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(named);
  if ('any' in condition) return condition.any.flatMap(named);
  if ('not' in condition) return named(condition.not);
  return ['answered' in condition ? condition.answered : condition.question];
}

/** Nested quantifiers, which take a pattern exponentially long on a text made for it: `(a+)+`. */
const nestedQuantifier = /\((?:[^()\\]|\\.)*[+*}](?:[^()\\]|\\.)*\)[+*{]/;

/**
 * What contradicts itself in a definition, a sentence each: for a test of one's own, and for the server, which refuses to start with
 * any. A definition that comes from elsewhere at run time is not a reason to stop; see to it where it is made.
 */
export function definitionFaults(journey: Journey): readonly string[] {
  const faults: string[] = [];
  const addresses = new Set<string>([checkAddress, confirmationAddress]);
  const names = new Set<string>();

  const address = (id: string): void => {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) faults.push(`the id “${id}” is not lower-case words and hyphens`);
    if (addresses.has(id)) faults.push(`the id “${id}” is taken twice, or is the kit’s own`);
    addresses.add(id);
  };
  const condition = (when: Condition | undefined, known: ReadonlySet<string>, where: string): void => {
    for (const name of named(when)) if (!known.has(name)) faults.push(`${where} depends on “${name}”, which is not asked before it`);
  };
  const step = (each: Step, known: Set<string>): void => {
    condition(each.when, known, `step “${each.id}”`);
    const questions = each.contents.filter(isQuestion);
    if (each.title === undefined && questions.length !== 1)
      faults.push(`step “${each.id}” needs a title: it has ${String(questions.length)} questions`);
    for (const content of each.contents) contentOf(content, known);
  };
  const contentOf = (content: Question | Information, known: Set<string>): void => {
    condition(content.when, known, isQuestion(content) ? `question “${content.name}”` : 'a piece of information');
    if (!isQuestion(content)) return;
    for (const question of withRevealed(content)) {
      if (known.has(question.name)) faults.push(`two questions are named “${question.name}”`);
      if (!/^[A-Za-z][\w.[\]-]*$/.test(question.name))
        faults.push(`the name “${question.name}” does not begin with a letter, or holds blanks`);
      known.add(question.name);
      for (const rule of question.rules ?? []) {
        if (rule.rule !== 'pattern') continue;
        try {
          new RegExp(rule.pattern, 'u');
        } catch {
          faults.push(`the pattern of “${question.name}” is no regular expression`);
        }
        if (nestedQuantifier.test(rule.pattern)) faults.push(`the pattern of “${question.name}” nests quantifiers`);
      }
    }
  };

  for (const part of journey.steps) {
    address(part.id);
    if (!('steps' in part)) {
      step(part, names);
      continue;
    }
    condition(part.when, names, `section “${part.id}”`);
    const inner = new Set(names);
    for (const each of part.steps) step(each, inner);
    names.add(part.name);
  }
  return faults;
}
