import { inLanguage } from '@council-kit/core';
import { detailsTemplate } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import { guaranteePoints, guaranteeTitle, type GuaranteeBlanks } from './guarantee.ts';

/** The Direct Debit Guarantee, which everybody who gives an instruction is shown. */
export function guaranteeTemplate(blanks: GuaranteeBlanks, language: string): TemplateResult {
  return html`<council-details
    >${detailsTemplate({
      summaryText: inLanguage(guaranteeTitle, language),
      text: html`<ul class="council-list council-list--bullet">
        ${guaranteePoints(blanks).map(
          ({ text, below }) =>
            html`<li>
              ${inLanguage(text, language)}
              ${
                below === undefined
                  ? nothing
                  : html`<ul class="council-list council-list--bullet">
                      <li>${inLanguage(below, language)}</li>
                    </ul>`
              }
            </li>`,
        )}
      </ul>`,
    })}</council-details
  >`;
}
