import type { Information, Question } from '../definition.ts';
import type { Page } from '../engine/walk.ts';

/** Whether a page can only be shown with {@link PageView.further}, whatever is picked on it; the check page, which is none of the walk's, too. */
export function needsFurtherPages(page: Page | undefined): boolean {
  return page?.kind !== 'step' || page.step.contents.some(isFurther);
}

function isFurther(content: Question | Information): boolean {
  if (content.kind === 'radios' || content.kind === 'checkboxes')
    return content.choices.some(({ questions = [] }) => questions.some(isFurther));
  // Special questions say themselves what they need.
  return !['text', 'information', 'special'].includes(content.kind);
}
