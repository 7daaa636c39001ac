/** The journey as plain pages: the same questions, words and errors as the widget, without a script. */
import { inLanguage, languageOf } from '@council-kit/core';
import { Problem, type Routes } from '@council-kit/gateway';
import { special, type Accepted, type RunnableService, type SubmitOutcome } from '@council-kit/journeys';
import { journeyPages } from '@council-kit/journeys/server';
import { photoLimit, photoSizeLimit } from '../../contract/limits.ts';
import { confirmationTemplate } from '../../report-issue/confirmation.template.ts';
import { journeyOfForm } from '../../report-issue/journey-of-form.ts';
import { questionOfField, reportOf } from '../../report-issue/report-of-answers.ts';
import { reportPlace } from '../../report-issue/special/report-place.ts';
import { nearbyQuestionOf } from '../../report-issue/special/nearby-question.ts';
import { reportsNearby } from '../../report-issue/special/reports-nearby.ts';
import { examineReport, keepReport, unacceptable } from '../accept-report.ts';
import { keepPhotos, storePhotos } from '../photos/keep-photo.ts';
import { describePlace, findNearby } from '../place/look-up.ts';
import { pageStyles } from './page-styles.ts';
import type { ReportsTables } from '../records/tables.ts';
import { formOf, type Reports } from '../reports.ts';

/** Photos of one page, and what a form puts around them. */
const filesLimit = photoLimit * photoSizeLimit + 100_000;

/** `/report` and the pages after it. */
export function addReportPages(routes: Routes, reports: Reports): void {
  const { ground } = reports;
  const form = formOf(reports);
  const followUrl = (reference: string, language: string): string => ground.site.path(`/reports/${reference}?lang=${language}`);
  const service: RunnableService = {
    outline: form.outline,
    async journey(answers, language) {
      const question = nearbyQuestionOf(answers);
      const near = question ? (await findNearby(reports, question, languageOf(language))).reports : [];
      return journeyOfForm(form, answers, { nearby: near.length > 0 });
    },
    questionOf: questionOfField,
    specials: {
      'report-place': special(reportPlace(async (position, { language }) => describePlace(reports, position, languageOf(language)))),
      'reports-nearby': special(
        reportsNearby(async (question, { language }) => (await findNearby(reports, question, languageOf(language))).reports, {
          followUrl,
          styles: pageStyles.link(ground.site),
        }),
      ),
    },
  };
  routes.hono.route(
    '/',
    journeyPages({
      ground,
      path: '/report',
      service,
      bodyLimits: { files: filesLimit },
      submit: async (answers, { idempotencyKey, language: given }): Promise<SubmitOutcome> => {
        const language = languageOf(given);
        const report = reportOf(answers);
        const arrival = { language, source: 'web', demands: { description: true, otherAttributes: false } } as const;
        const kept = await ground.idempotency.once<ReportsTables>(
          { key: idempotencyKey, scope: 'pages /report', fingerprint: JSON.stringify(report) },
          async (trx) => {
            const examined = await examineReport(reports, trx, report, arrival);
            if ('errors' in examined) throw unacceptable(examined.errors);
            return { status: 201, body: { reference: await keepReport(reports, trx, examined, arrival) } };
          },
        );
        return { kind: 'accepted', accepted: kept.body as Accepted };
      },
      upload: (context) => {
        const client = context.get('client');
        const take = reports.photos.ofRequest(client);
        return async (file, { language }) => {
          const outcome = await take(new Uint8Array(await file.arrayBuffer()));
          if (outcome.kind === 'busy') return { kind: 'unreachable' };
          if (outcome.kind === 'refused') return { kind: 'refused', message: `${file.name}: ${inLanguage(outcome.message, language)}` };
          try {
            const stored = await storePhotos(reports, client, [outcome.photo]);
            const [photo] = await keepPhotos(reports, stored, (keep) => ground.store.transaction(keep));
            if (!photo) return { kind: 'unreachable' };
            return { kind: 'taken', file: { id: photo.id, name: file.name, size: photo.bytes.byteLength, type: photo.type } };
          } catch (error) {
            if (!(error instanceof Problem)) throw error;
            return { kind: 'refused', message: inLanguage(error.details.title, language) };
          }
        };
      },
      confirmation: (accepted, language) => confirmationTemplate(followUrl(accepted.reference, language), language),
    }),
  );
}
