export type * from './definition.ts';
export {
  fetchedSpecial,
  special,
  specialAction,
  type SpecialActionOutcome,
  type SpecialCompletion,
  type SpecialContext,
  type SpecialKind,
  type SpecialKinds,
  type SpecialView,
} from './special.ts';
export { outcomeOf, type OutcomeOptions } from './outcome-of.ts';
export type {
  Accepted,
  Continuation,
  PrepareFile,
  Submit,
  SubmitContext,
  SubmitOutcome,
  ToldProblem,
  Upload,
  UploadContext,
  UploadOutcome,
} from './submission.ts';
export type { JourneyFor, RunnableService } from './engine/service.ts';
export { answerTo } from './engine/answers.ts';
export { walk, type Page, type StepPage, type EntriesPage, type Walk } from './engine/walk.ts';
export { isEmail } from './rules/contact.ts';
export { dateFrom, today } from './rules/date.ts';
export { hasMoreWords } from './rules/count.ts';
export { usePostcodes } from './rules/postcode.ts';
export { journeyMessages } from './journey.messages.ts';
export { runningMessages } from './running.messages.ts';
export { furtherMessages } from './page/further.messages.ts';
export type { ConfirmationContent } from './page/confirmation-page.ts';
export { CouncilJourney } from './browser/council-journey.ts';
export { choicesTemplate } from './page/choices.template.ts';
export { JourneyController, type JourneySettings } from './browser/journey-controller.ts';
export { JourneyContinueEvent, JourneyStepEvent, JourneySubmittedEvent } from './browser/journey-events.ts';
export { choiceStyles } from './browser/choice.styles.ts';
export { journeyStyles } from './browser/journey.styles.ts';
