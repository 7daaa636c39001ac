import { errorFor, inLanguage, parseBy } from '@council-kit/core';
import { detailsTemplate, textInputTemplate } from '@council-kit/elements/templates.js';
import type { SpecialView } from '@council-kit/journeys';
import { html, nothing, type TemplateResult } from 'lit';
import * as v from 'valibot';
import { textSchema } from '../contract/values.ts';
import type { Typed } from './answer-schemas.ts';
import { questionTexts } from './payment.messages.ts';

/** The settings of the question: where to find the reference, behind a link. */
const settingsSchema = v.object({ help: textSchema });

/** The question of a reference, as the council's format describes it. */
export function referenceTemplate({ question, label, hint, answer, errors, language }: SpecialView<Typed>): TemplateResult {
  const { name, settings } = question;
  const error = errorFor(errors, name);
  const told = parseBy(settingsSchema, settings);
  return html`${textInputTemplate({
    name,
    label: { ...label, classes: label.isPageHeading ? 'council-label--l' : undefined },
    hint,
    value: answer?.typed,
    width: 20,
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: false,
    errorMessage: error === undefined ? undefined : { text: error },
    lang: language,
  })}${
    told.success
      ? html`<council-details
          >${detailsTemplate({ summaryText: inLanguage(questionTexts.whereToFind, language), text: inLanguage(told.output.help, language) })}</council-details
        >`
      : nothing
  }`;
}
