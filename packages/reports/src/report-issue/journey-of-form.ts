import { answerTo, type Answers, type Journey } from '@council-kit/journeys';
import type { ReportForm } from '../contract/report-form.ts';

const title = { en: 'Report a problem', cy: 'Rhoi gwybod am broblem' };

/** What is known of the journey before the council has answered. */
export const reportIssueOutline: Journey = { name: 'report-issue', title, steps: [], check: { title, button: title } };

/** The journey for the answers so far. `nearby`: there are open reports near the place. */
export function journeyOfForm(form: ReportForm, answers: Answers, { nearby }: { readonly nearby: boolean }): Journey {
  const service = answerTo(answers, 'service');
  const details = typeof service === 'string' && Object.hasOwn(form.details, service) ? form.details[service] : undefined;
  return { ...form.outline, steps: [...form.before, ...(nearby ? [form.nearby] : []), ...(details ? [details] : []), ...form.after] };
}
