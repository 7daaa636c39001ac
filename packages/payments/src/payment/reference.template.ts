import { inLanguage } from '@council-kit/core';
import { detailsTemplate, textInputTemplate } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReferenceFormat } from '../contract/fund.ts';
import { questionTexts } from './payment.messages.ts';

/** How the question of a reference is shown. */
export interface ReferenceView {
  readonly name: string;
  readonly language: string;
  readonly isPageHeading?: boolean;
  readonly value?: string;
  readonly error?: string;
}

/** The question of a reference, as the council's format describes it. */
export function referenceTemplate({ label, hint, help }: ReferenceFormat, view: ReferenceView): TemplateResult {
  const { name, language, isPageHeading, value, error } = view;
  return html`${textInputTemplate({
    name,
    label: { text: inLanguage(label, language), isPageHeading, classes: isPageHeading ? 'council-label--l' : undefined },
    hint: hint && { text: inLanguage(hint, language) },
    value,
    width: 20,
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: false,
    errorMessage: error === undefined ? undefined : { text: error },
    lang: language,
  })}${
    help
      ? html`<council-details
          >${detailsTemplate({ summaryText: inLanguage(questionTexts.whereToFind, language), text: inLanguage(help, language) })}</council-details
        >`
      : nothing
  }`;
}
