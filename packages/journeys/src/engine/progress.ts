import type { FieldError } from '@council-kit/core';
import type { Answers } from '../definition.ts';
import { checkAddress } from './addresses.ts';
import { entriesOf, noAnswers, withAnswer } from './answers.ts';
import { checkPage, type CheckContext } from './check.ts';
import type { EntriesPage, Page, Walk } from './walk.ts';

/** How far a resident has come. Plain data: it is what a draft holds. */
export interface Progress {
  /** Everything given, also to questions that are no longer asked. */
  readonly answers: Answers;
  /** Pages gone on from with nothing wrong, by address; with what they asked then, because a page that asks something else now is to be seen again. */
  readonly passed: Readonly<Record<string, string>>;
  /** What it was before a change from the check page that is not done: going back there calls the change off. */
  readonly before?: Progress;
}

export function startProgress(): Progress {
  return { answers: noAnswers(), passed: {} };
}

/** What a page asks, in one string. */
function asks(page: Page): string {
  return page.kind === 'step' ? page.questions.map(({ name }) => name).join(' ') : String(page.entries.length);
}

/** A page was gone on from with nothing wrong. A change that was begun on it is done. */
export function pass({ answers, passed }: Progress, page: Page): Progress {
  return { answers, passed: { ...passed, [page.address]: asks(page) } };
}

/** A change from the check page begins, unless one has. */
export function beginChange(progress: Progress): Progress {
  return { before: progress, ...progress };
}

/** Without the change that is not done. */
export function callOffChange(progress: Progress): Progress {
  return progress.before ?? progress;
}

export function unpass(progress: Progress, address: string): Progress {
  const { [address]: _, ...passed } = progress.passed;
  return { ...progress, passed };
}

/** Whether a page was gone on from, asks what it asked then, and its answers still keep the rules. */
export function isComplete(page: Page, progress: Progress, context: CheckContext): boolean {
  return (
    Object.hasOwn(progress.passed, page.address) && progress.passed[page.address] === asks(page) && checkPage(page, context).length === 0
  );
}

/** The address of the first page that is still to be done: the check page when none is. */
export function firstMissing(walk: Walk, progress: Progress, context: CheckContext): string {
  return walk.pages.find((page) => !isComplete(page, progress, context))?.address ?? checkAddress;
}

/** All pages still to be done. */
export function missingPages(walk: Walk, progress: Progress, context: CheckContext): readonly Page[] {
  return walk.pages.filter((page) => !isComplete(page, progress, context));
}

/** The page shown for an address: itself where it is asked and everything before it is done, else the first that is missing. */
export function reachable(walk: Walk, progress: Progress, address: string, context: CheckContext): string {
  const missing = firstMissing(walk, progress, context);
  const order = walk.pages.map((page) => page.address);
  const wanted = order.indexOf(address);
  const limit = missing === checkAddress ? order.length : order.indexOf(missing);
  return wanted >= 0 && wanted <= limit ? address : missing;
}

/** The page after one that was just passed. Changing an answer returns to the check page as soon as nothing is missing. */
export function nextAddress(walk: Walk, progress: Progress, address: string, changing: boolean, context: CheckContext): string {
  const missing = firstMissing(walk, progress, context);
  if (changing) return missing;
  const at = walk.pages.findIndex((page) => page.address === address);
  return reachable(walk, progress, walk.pages[at + 1]?.address ?? checkAddress, context);
}

/** Everything that is wrong, page by page in order; pages never gone on from are in it by their missing answers. */
export function checkAll(walk: Walk, context: CheckContext): readonly { readonly page: Page; readonly errors: readonly FieldError[] }[] {
  return walk.pages.map((page) => ({ page, errors: checkPage(page, context) })).filter(({ errors }) => errors.length > 0);
}

/** Adds an empty entry to a repeated section, or takes one away; the pages of those after it move up. */
export function changeEntries(
  progress: Progress,
  page: EntriesPage,
  change: { readonly add: true } | { readonly remove: number },
): Progress {
  const { section } = page;
  const given = entriesOf(section.name, progress.answers);
  if ('add' in change) {
    return unpass({ ...progress, answers: withAnswer(progress.answers, section.name, [...given, noAnswers()]) }, page.address);
  }
  const passed: Record<string, string> = {};
  for (const [address, asked] of Object.entries(progress.passed)) {
    const [id, number, step] = address.split('/');
    const at = Number(number) - 1;
    if (id !== section.id || step === undefined) passed[address] = asked;
    else if (at !== change.remove) passed[`${section.id}/${String(at > change.remove ? at : at + 1)}/${step}`] = asked;
  }
  const rest = given.filter((_, index) => index !== change.remove);
  return unpass({ answers: withAnswer(progress.answers, section.name, rest.length > 0 ? rest : undefined), passed }, page.address);
}
