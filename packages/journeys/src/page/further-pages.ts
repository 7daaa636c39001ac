/**
 * What not every journey has, apart so that a browser fetches it where a page needs it: lists of entries,
 * drafts that can be gone on with, and the questions that are more than a line.
 */
export { choicesTemplate } from './choices.template.ts';
export { entriesPage } from './entries-page.ts';
export { furtherQuestionTemplate } from './further-question.template.ts';
export { resumePage } from './resume-page.ts';
