/** On a report's staff page: what others can read of the resident's words, who decided it, and a form that changes it. */
import { momentInWords } from '@council-kit/core';
import { buttonGroupTemplate, buttonTemplate, textareaTemplate, textInputTemplate } from '@council-kit/elements/templates.js';
import type { StaffRequest } from '@council-kit/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import { datetime, publicWords } from '../present.ts';
import { decisionsOf } from '../records/publication.ts';
import { contactOf, publicTextsOf } from '../records/public-texts.ts';
import type { DecisionRow, ReportRow, ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';
import { publicTextMessages } from './public-text.messages.ts';
import { textsTemplate, type ReportTexts } from './texts.template.ts';

/** The form as it was sent, where it could not be taken. */
export interface PublicTextForm {
  readonly texts: ReportTexts;
  readonly errors: readonly PublicTextError[];
}

/** `field` is the control's id too. */
export interface PublicTextError {
  readonly field: 'public-description' | 'public-place';
  readonly message: string;
}

/** The longest texts of the form, in characters. Blotting makes a text longer than the resident's. */
export const publicTextLimits = { description: 10_000, address: 1000 };

export async function publicTextSection(
  reports: Reports,
  request: StaffRequest,
  row: ReportRow,
  form?: PublicTextForm,
): Promise<TemplateResult> {
  const { ground, settings } = reports;
  const { language } = request;
  const say = publicTextMessages.say;
  const db = ground.store.db<ReportsTables>();
  const decisions = await decisionsOf(db, row.reference);
  const hidden = row.publication === 'held' || row.publication === 'withheld';
  const texts = form?.texts ?? (hidden ? await proposed(reports, row) : publicWords(row));
  const error = (field: PublicTextError['field']) => {
    const message = form?.errors.find((each) => each.field === field)?.message;
    return message === undefined ? undefined : { text: message };
  };
  return html`<h2 class="council-heading-m" id="public-text">${say('section', language)}</h2>
    <p class="council-body">${say(`state-${row.publication}`, language)}</p>
    ${settings.publicDescriptions ? nothing : html`<p class="council-body">${say('descriptions-private', language)}</p>`}
    ${textsTemplate(row, { heading: 'section', texts: hidden ? undefined : publicWords(row) }, language)}
    ${decisions.length === 0 ? nothing : historyTemplate(decisions, language)}
    ${request.form(
      `/staff/reports/${row.reference}/public-text`,
      html`<h3 class="council-heading-s">${say('change', language)}</h3>
        ${textareaTemplate({
          name: 'public-description',
          label: { text: say('public-description', language) },
          hint: { text: say('form-hint', language) },
          value: texts.description,
          errorMessage: error('public-description'),
          lang: language,
        })}
        ${textInputTemplate({
          name: 'public-place',
          label: { text: say('public-place', language) },
          value: texts.address,
          errorMessage: error('public-place'),
          lang: language,
        })}
        ${buttonGroupTemplate(
          html`${[
            buttonTemplate({ text: say('release', language), name: 'decision', value: 'released', preventDoubleClick: true }),
            ...(row.publication === 'withheld'
              ? []
              : [
                  buttonTemplate({
                    text: say('withhold', language),
                    name: 'decision',
                    value: 'withheld',
                    classes: 'council-button--secondary',
                    preventDoubleClick: true,
                  }),
                ]),
          ]}`,
        )}`,
    )}`;
}

/** What the rule makes of words that are hidden: where an officer begins. */
async function proposed({ ground }: Reports, row: ReportRow): Promise<ReportTexts> {
  const texts = publicTextsOf(row, await contactOf(ground.store.db<ReportsTables>(), row.reference));
  return { description: texts.public_description, address: texts.public_address };
}

function historyTemplate(decisions: readonly DecisionRow[], language: 'en' | 'cy'): TemplateResult {
  const say = publicTextMessages.say;
  return html`<h3 class="council-heading-s">${say('history', language)}</h3>
    <ul class="council-list council-list--bullet">
      ${decisions.map(
        ({ decision, officer_name, decided_at }) =>
          html`<li>
            ${say(`decision-${decision}`, language, { officer: officer_name })},
            <time datetime=${datetime(decided_at)}>${momentInWords(datetime(decided_at), language)}</time>
          </li>`,
      )}
    </ul>`;
}
