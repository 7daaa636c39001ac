import type { Answer, Condition } from '../definition.ts';

/** Whether a condition holds, given the answers to questions that are asked. No condition always holds. */
export function holds(condition: Condition | undefined, answer: (question: string) => Answer | undefined): boolean {
  if (condition === undefined) return true;
  if ('all' in condition) return condition.all.every((each) => holds(each, answer));
  if ('any' in condition) return condition.any.some((each) => holds(each, answer));
  if ('not' in condition) return !holds(condition.not, answer);
  if ('answered' in condition) return answer(condition.answered) !== undefined;
  const given = answer(condition.question);
  if ('includes' in condition) return Array.isArray(given) && (given as readonly unknown[]).includes(condition.includes);
  return typeof given === 'string' && (typeof condition.is === 'string' ? condition.is === given : condition.is.includes(given));
}
