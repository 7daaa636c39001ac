/** A report being followed, as native HTML: the widget's and the page's. */
import { momentInWords } from '@council-kit/core';
import {
  buttonTemplate,
  errorSummaryTemplate,
  summaryListTemplate,
  tagTemplate,
  textInputTemplate,
} from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { FollowedReport } from '../contract/report-answers.ts';
import type { Status } from '../contract/status.ts';
import { reportStatusMessages } from './report-status.messages.ts';

/** Colours only help to find it again; the words say it. */
const colours: Partial<Record<Status, string>> = {
  open: 'blue',
  fixed: 'green',
  in_progress: 'yellow',
  action_scheduled: 'yellow',
  planned: 'yellow',
};

/** A status as a tag. */
export function statusTagTemplate(report: Pick<FollowedReport, 'status' | 'status_name' | 'closed'>): TemplateResult {
  const colour = colours[report.status] ?? (report.closed ? 'grey' : 'blue');
  return tagTemplate({ text: report.status_name, classes: `council-tag--${colour}` });
}

/** Everything that is public of a report, with the council's updates, newest first. */
export function reportStatusTemplate(report: FollowedReport, language: string): TemplateResult {
  const say = reportStatusMessages.say;
  const row = (key: 'problem' | 'place' | 'status' | 'reported' | 'description' | 'photos', content: unknown) => ({
    key: { text: say(key, language) },
    value: { text: html`${content}` },
  });
  return html`<h1 class="council-heading-l">${say('heading', language, { reference: report.reference })}</h1>
    ${summaryListTemplate({
      lang: language,
      rows: [
        row('problem', report.service_name),
        row('status', statusTagTemplate(report)),
        ...(report.place ? [row('place', report.place)] : []),
        row('reported', html`<time datetime=${report.requested_datetime}>${momentInWords(report.requested_datetime, language)}</time>`),
        ...(report.description ? [row('description', html`<span class="council-report-words">${report.description}</span>`)] : []),
        ...(report.media_urls.length > 0
          ? [
              row(
                'photos',
                report.media_urls.map(
                  (url, index) =>
                    html`<img
                      class="council-report-photo"
                      src=${url}
                      alt=${say('photo', language, { number: index + 1 })}
                      loading="lazy"
                    />`,
                ),
              ),
            ]
          : []),
      ],
    })}
    <h2 class="council-heading-m">${say('updates', language)}</h2>
    ${report.updates.length === 0 ? html`<p class="council-body">${say('no-updates', language)}</p>` : updatesTemplate(report.updates, language)}`;
}

/** The council's updates, newest first. */
export function updatesTemplate(updates: FollowedReport['updates'], language: string): TemplateResult {
  return html`<ol class="council-report-updates" reversed>
    ${[...updates].reverse().map(
      (update) =>
        html`<li class="council-report-updates__item">
          <h3 class="council-heading-s">
            <time datetime=${update.updated_datetime}>${momentInWords(update.updated_datetime, language)}</time>
          </h3>
          <p class="council-body">${tagTemplate({ text: update.status_name })}</p>
          <p class="council-body council-report-words">${update.description}</p>
        </li>`,
    )}
  </ol>`;
}

/** Asks for a reference. */
export function referenceFormTemplate(options: {
  readonly language: string;
  readonly action: string;
  readonly value?: string;
  readonly error?: string;
}): TemplateResult {
  const { language, action, value, error } = options;
  const say = reportStatusMessages.say;
  return html`${
      error
        ? html`<council-error-summary
            >${errorSummaryTemplate({ errorList: [{ text: error, href: '#reference' }], lang: language })}</council-error-summary
          >`
        : nothing
    }
    <form class="council-report-reference" action=${action} method="get" novalidate>
      <input type="hidden" name="lang" value=${language} />
      ${textInputTemplate({
        name: 'reference',
        label: { text: say('reference', language), isPageHeading: true, classes: 'council-label--l' },
        hint: { text: say('reference-hint', language) },
        value,
        width: 20,
        autocomplete: 'off',
        autocapitalize: 'characters',
        spellcheck: false,
        errorMessage: error ? { text: error } : undefined,
        lang: language,
      })}
      ${buttonTemplate({ text: say('show', language) })}
    </form>`;
}
