import { fieldsetTemplate, formGroupTemplate, textInputTemplate, type ErrorMessageOptions, type HintOptions, type LegendOptions } from '@council-kit/elements/templates.js';
import { html, type TemplateResult } from 'lit';
import type { Answer } from '../definition.ts';
import { datePartNames } from '../engine/read.ts';
import { journeyMessages } from '../journey.messages.ts';

/** A day as three inputs. */
export function dateTemplate(
  name: string,
  answer: Answer | undefined,
  options: { readonly legend: LegendOptions; readonly hint?: HintOptions; readonly errorMessage?: ErrorMessageOptions; readonly lang: string },
): TemplateResult {
  const parts = typeof answer === 'string' ? answer.split('-').reverse().map((part) => part.replace(/^0(?=\d$)/, '')) : ((answer ?? []) as readonly string[]);
  const inputs = (['day', 'month', 'year'] as const).map(
    (part, index) =>
      html`<council-text-input
        >${textInputTemplate({
          name: datePartNames(name)[index as 0 | 1 | 2],
          label: { text: journeyMessages.say(part, options.lang) },
          value: parts[index],
          inputmode: part === 'month' ? undefined : 'numeric',
          width: part === 'year' ? 4 : 2,
        })}</council-text-input
      >`,
  );
  const describedBy = [options.hint && `${name}-hint`, options.errorMessage && `${name}-error`].filter(Boolean).join(' ');
  return formGroupTemplate(
    { id: name, errorMessage: options.errorMessage, hint: options.hint, lang: options.lang },
    fieldsetTemplate({ legend: options.legend, role: 'group', describedBy }, html`<div class="council-date-input">${inputs}</div>`),
  );
}
