/**
 * What a journey seldom begins with, apart so that a browser can ask its first question before it has fetched this: lists of entries,
 * the last two pages, and the questions that are more than a line or a choice.
 */
export { checkPageTemplate } from './check-page.ts';
export { confirmationPage } from './confirmation-page.ts';
export { entriesPage } from './entries-page.ts';
export { furtherQuestionTemplate } from './further-question.template.ts';
export { resumePage } from './resume-page.ts';
