import type { FieldError } from '@council-kit/core';
import { runningMessages } from '../running.messages.ts';
import { answerOf, asSpecial, specialKind, withAnswer } from './answers.ts';
import { checkPageWhole } from './check.ts';
import { beginChange, changeEntries, nextAddress, pass, reachable, unpass, type Progress } from './progress.ts';
import { formFields, givenOn } from './form-fields.ts';
import { readPage, wasShown, withGivenOn } from './read.ts';
import { journeyOf, type RunnableService } from './service.ts';
import { walk, type Page, type StepPage, type Walk } from './walk.ts';

/** The language the words are in, and what ends the work. */
export interface RunContext {
  readonly language: string;
  readonly signal?: AbortSignal;
}

/** What came of a page's form. */
export interface Answered {
  /** With everything the form gave, right or wrong. */
  readonly progress: Progress;
  /** In the order of the questions; empty when the resident can go on. */
  readonly errors: readonly FieldError[];
  /** The page to show now: the same one where something is wrong, or where an answer on it asked for more. */
  readonly address: string;
}

/** The pages that a service has for the answers so far. */
export async function walkOf(service: RunnableService, progress: Progress, { language, signal }: RunContext): Promise<Walk> {
  return walk(await journeyOf(service, progress.answers, language, signal), progress.answers, service.specials ?? {});
}

/** The page at an address, if these answers lead to it. */
export function pageAt({ pages }: Walk, address: string): Page | undefined {
  return pages.find((page) => page.address === address);
}

/**
 * Keeps what is on a page's form, right or wrong, without going on: while it is being typed, before the language changes, before
 * going back. A page that was changed has to be gone on from again.
 */
export function keepPage({ specials = {} }: RunnableService, progress: Progress, page: Page | undefined, form: FormData): Progress {
  if (page?.kind !== 'step') return progress;
  const answers = readPage(page, form, progress.answers, specials);
  if (JSON.stringify(answers) === JSON.stringify(progress.answers)) return progress;
  const begun = form.has(formFields.changing) ? beginChange(progress) : progress;
  return unpass({ ...begun, answers }, page.address);
}

/** Takes a page's form and goes on, if nothing is wrong. The one way forward of both runners. */
export async function answerPage(
  service: RunnableService,
  progress: Progress,
  address: string,
  form: FormData,
  context: RunContext,
): Promise<Answered> {
  const { specials = {} } = service;
  const checks = { ...context, specials };
  const changing = form.has(formFields.changing);
  const before = await walkOf(service, progress, context);
  const page = pageAt(before, address);
  if (page === undefined) return { progress, errors: [], address: reachable(before, progress, address, checks) };
  if (page.kind === 'entries') return answerEntries(service, progress, page, form, context);

  const completed = await completeSpecials(service, keepPage(service, progress, page, form), page, form, context);
  let kept = completed.progress;
  if (completed.stay) return { progress: unpass(kept, address), errors: completed.errors, address };
  const walked = await walkOf(service, kept, context);
  const now = pageAt(walked, address);
  if (now?.kind !== 'step') return { progress: kept, errors: [], address: reachable(walked, kept, address, checks) };
  const errors = (await checkPageWhole(now, checks)).filter(({ field }) => {
    const question = now.questions.find(({ name }) => name === field);
    return question === undefined || wasShown(question, now, form);
  });
  if (errors.length > 0) return { progress: unpass(kept, address), errors, address };
  // An answer on this page asks for more on it: shown first, without being blamed for not being answered.
  if (!now.questions.every((question) => wasShown(question, now, form))) return { progress: unpass(kept, address), errors, address };
  kept = pass(kept, now);
  return { progress: kept, errors, address: nextAddress(walked, kept, address, changing, checks) };
}

/** Lets special questions that the form showed complete their answers, or ask for more. */
async function completeSpecials(
  { specials = {} }: RunnableService,
  progress: Progress,
  page: StepPage,
  form: FormData,
  context: RunContext,
): Promise<{ readonly progress: Progress; readonly errors: readonly FieldError[]; readonly stay: boolean }> {
  let completed = progress;
  let stay = false;
  const errors: FieldError[] = [];
  for (const question of page.questions) {
    if (question.kind !== 'special' || !wasShown(question, page, form)) continue;
    const given = givenOn(page, completed.answers);
    const answer = asSpecial(answerOf(question, given, specials));
    const outcome =
      answer && (await specialKind(question.special, specials).complete?.(answer, { question, answers: page.answers, ...context }));
    if (!outcome) continue;
    completed = { ...completed, answers: withGivenOn(page, completed.answers, withAnswer(given, question.name, outcome.answer)) };
    errors.push(...(outcome.errors ?? []));
    stay ||= outcome.stay === true || errors.length > 0;
  }
  return { progress: completed, errors, stay };
}

async function answerEntries(
  service: RunnableService,
  progress: Progress,
  page: Extract<Page, { kind: 'entries' }>,
  form: FormData,
  context: RunContext,
): Promise<Answered> {
  const checks = { ...context, specials: service.specials ?? {} };
  const another = form.get(formFields.another);
  const full = page.entries.length >= page.section.max;
  if (!full && another !== 'yes' && another !== 'no') {
    return {
      progress,
      errors: [{ field: formFields.another, message: runningMessages.say('another-missing', context.language) }],
      address: page.address,
    };
  }
  const changed = !full && another === 'yes' ? changeEntries(progress, page, { add: true }) : pass(progress, page);
  const after = await walkOf(service, changed, context);
  const adding = changed !== progress && another === 'yes' && !full;
  const first = after.pages.find(({ address }) => address.startsWith(`${page.section.id}/${String(page.entries.length + 1)}/`));
  const address = adding && first ? first.address : nextAddress(after, changed, page.address, form.has(formFields.changing), checks);
  return { progress: changed, errors: [], address: reachable(after, changed, address, checks) };
}
