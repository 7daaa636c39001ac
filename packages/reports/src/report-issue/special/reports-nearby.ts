/** The special question "Has it been reported already?": what is near, and the way to follow it instead. */
import { dayInWords, inLanguage } from '@council-kit/core';
import type { SpecialKind } from '@council-kit/journeys';
import { headingTemplate, tagTemplate } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import type * as v from 'valibot';
import type { NearbyQuestion } from '../../contract/report.ts';
import type { NearbyReport } from '../../contract/report-answers.ts';
import { nearbyTexts } from './reports-nearby.messages.ts';
import { nearbyQuestionOf, noneSchema } from './nearby-question.ts';

/** Gives open reports; none where nobody answers just now. Equal questions may be answered from memory. */
export type LookUpNearby = (
  question: NearbyQuestion,
  options: { readonly language: string; readonly signal?: AbortSignal },
) => Promise<readonly NearbyReport[]>;

/** Brings the question to a runner. */
export function reportsNearby(
  lookUp: LookUpNearby,
  options: { readonly followUrl: (reference: string, language: string) => string; readonly styles?: TemplateResult },
): SpecialKind<v.InferOutput<typeof noneSchema>> {
  return {
    schema: noneSchema,
    parse: () => ({ none: true }),
    async load({ answers, language, signal }) {
      const question = nearbyQuestionOf(answers);
      return question ? lookUp(question, { language, signal }) : [];
    },
    template: ({ data, label, language, question }) => {
      const reports = Array.isArray(data) ? (data as readonly NearbyReport[]) : undefined;
      return html`${options.styles ?? nothing}${headingTemplate(label.isPageHeading ? 1 : 2, label.text, 'council-heading-l', question.name)}
        <p class="council-body">${inLanguage(nearbyTexts.intro, language)}</p>
        ${
          reports === undefined
            ? html`<p class="council-body" role="status">${inLanguage(nearbyTexts.loading, language)}</p>`
            : html`<ul class="council-report-list">
                ${reports.map((report) => itemTemplate(report, language, options.followUrl(report.reference, language)))}
              </ul>`
        }`;
    },
    summary: (_answer, { language }) => inLanguage(nearbyTexts.none, language),
  };
}

function itemTemplate(report: NearbyReport, language: string, href: string): TemplateResult {
  const [photo] = report.media_urls;
  return html`<li class="council-report-list__item">
    ${photo ? html`<img class="council-report-list__photo" src=${photo} alt="" loading="lazy" width="96" height="96" />` : nothing}
    <div>
      <p class="council-body">
        <strong>${report.service_name}</strong>: ${report.place || inLanguage(nearbyTexts.somewhere, language)}
        ${report.distance === null ? nothing : html`(${inLanguage(nearbyTexts.away(report.distance), language)})`}<br />
        ${tagTemplate({ text: report.status_name })}
        ${inLanguage(nearbyTexts.reportedOn(dayInWords(report.requested_datetime, language)), language)}
      </p>
      ${report.description ? html`<p class="council-body council-report-list__words">${report.description}</p>` : nothing}
      <p class="council-body">
        <a class="council-link" href=${href}
          >${inLanguage(nearbyTexts.follow, language)}<span class="council-visually-hidden"
            >: ${report.service_name}, ${report.place}</span
          ></a
        >
      </p>
    </div>
  </li>`;
}
