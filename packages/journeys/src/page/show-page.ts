import type { Answers } from '../definition.ts';
import { checkAddress } from '../engine/addresses.ts';
import type { Walk } from '../engine/walk.ts';
import { checkPageTemplate } from './check-page.ts';
import { stepPage } from './step-page.ts';
import { furtherOf, type JourneyPage, type PageView } from './view.ts';

/** The page at an address that these answers lead to: a question, a list of entries, or the check page. */
export function showPage(address: string, walk: Walk, answers: Answers, view: PageView): JourneyPage {
  const page = address === checkAddress ? undefined : walk.pages.find((each) => each.address === address);
  if (page === undefined) return checkPageTemplate(walk, view);
  return page.kind === 'step' ? stepPage(page, walk, answers, view) : furtherOf(view).entriesPage(page, walk, view);
}
