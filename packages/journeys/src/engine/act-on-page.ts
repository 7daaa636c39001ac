import type { Answer, UploadedFile } from '../definition.ts';
import { keepPage, pageAt, walkOf, type Answered, type RunContext } from './answer-page.ts';
import { answerOf, asSpecial, specialKind, withAnswer } from './answers.ts';
import { changeEntries, reachable, unpass, type Progress } from './progress.ts';
import { givenOn } from './form-fields.ts';
import { withGivenOn } from './read.ts';
import type { RunnableService } from './service.ts';

/** Buttons of a page besides the one that goes on, by the value of {@link formFields.action}. */
export async function actOnPage(
  service: RunnableService,
  progress: Progress,
  address: string,
  form: FormData,
  action: string,
  context: RunContext,
): Promise<Answered> {
  const { specials = {} } = service;
  const page = pageAt(await walkOf(service, progress, context), address);
  const kept = keepPage(service, progress, page, form);
  const stay = { progress: kept, errors: [], address };
  const [kind, name = '', ...rest] = action.split(':');
  if (page?.kind === 'entries' && kind === 'remove' && Number(name) < page.entries.length) {
    const removed = changeEntries(progress, page, { remove: Number(name) });
    return {
      ...stay,
      progress: removed,
      address: reachable(await walkOf(service, removed, context), removed, address, { ...context, specials }),
    };
  }
  if (page?.kind !== 'step') return stay;
  const given = givenOn(page, kept.answers);
  const question = page.questions.find((each) => each.name === name);
  const replaced = (answer: Answer | undefined): Progress =>
    unpass({ ...kept, answers: withGivenOn(page, kept.answers, withAnswer(given, name, answer)) }, address);
  if (question?.kind === 'files' && kind === 'remove-file') {
    const files = (answerOf(question, given, specials) ?? []) as readonly UploadedFile[];
    return { ...stay, progress: replaced(files.filter(({ id }) => id !== rest.join(':'))) };
  }
  if (question?.kind === 'special' && kind === 'special') {
    const outcome = await specialKind(question.special, specials).act?.(rest.join(':'), asSpecial(answerOf(question, given, specials)), {
      question,
      answers: page.answers,
      ...context,
    });
    return outcome ? { ...stay, progress: replaced(outcome.answer), errors: outcome.errors ?? [] } : stay;
  }
  return stay;
}
