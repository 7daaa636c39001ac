import type { Information, Journey, Question } from '../definition.ts';
import type { Page } from '../engine/walk.ts';

/** Whether a page can only be shown with {@link PageView.further}, whatever is picked on it. `choices`: radios and checkboxes are there. */
export function needsFurtherPages(page: Page, choices: boolean): boolean {
  return page.kind !== 'step' || page.step.contents.some((content) => isFurther(content, choices));
}

/** Whether a journey has such a page. What a function asks later is not known yet. */
export function hasFurtherPages({ steps }: Journey, choices: boolean): boolean {
  return steps.some((step) => 'steps' in step || step.contents.some((content) => isFurther(content, choices)));
}

function isFurther(content: Question | Information, choices: boolean): boolean {
  if (content.kind === 'radios' || content.kind === 'checkboxes')
    return !choices || content.choices.some(({ questions = [] }) => questions.some((question) => isFurther(question, choices)));
  // Special questions say themselves what they need.
  return !['text', 'information', 'special'].includes(content.kind);
}
