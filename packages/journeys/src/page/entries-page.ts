import { errorFor, inLanguage } from '@council-kit/core';
import { buttonTemplate, radiosTemplate } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answers } from '../definition.ts';
import { answerTo } from '../engine/answers.ts';
import { backAddress } from '../engine/addresses.ts';
import { formFields } from '../engine/form-fields.ts';
import type { EntriesPage, Walk } from '../engine/walk.ts';
import { journeyMessages } from '../journey.messages.ts';
import { furtherMessages } from './further.messages.ts';
import { contactBelow } from './contact-below.ts';
import { aboveTemplate, formTemplate } from './form.template.ts';
import { answerSummary } from './summary.ts';
import type { JourneyPage, PageView } from './view.ts';

/** What one entry of a repeated section is called. */
function entryLabel({ section }: EntriesPage, entry: Answers, view: PageView): string | TemplateResult {
  const question = section.steps
    .flatMap(({ contents }) => contents)
    .find((content) => content.kind !== 'information' && content.name === section.entryLabel);
  const named = question !== undefined && question.kind !== 'information' && answerTo(entry, question.name) !== undefined;
  return named ? answerSummary(question, entry, view) : furtherMessages.say('no-name-yet', view.language);
}

/** The list of a repeated section's entries, and whether another is added. */
export function entriesPage(page: EntriesPage, walk: Walk, view: PageView): JourneyPage {
  const { language, errors, changing } = view;
  const { section, entries } = page;
  const title = inLanguage(section.title, language);
  const message = errorFor(errors, formFields.another);
  const first = (index: number): string =>
    walk.pages.find(({ address }) => address.startsWith(`${section.id}/${String(index + 1)}/`))?.address ?? page.address;
  const content = html`<h1 class="council-heading-l">${title}</h1>
    <ol class="council-list council-list--number">
      ${entries.map((entry, index) => {
        const label = entryLabel(page, entry, view);
        return html`<li>
          ${label}
          <a class="council-link" href=${view.href(first(index), true)}
            >${furtherMessages.say('change', language)}<span class="council-visually-hidden"> ${label}</span></a
          >
          ${buttonTemplate({
            text: html`${furtherMessages.say('remove', language)}<span class="council-visually-hidden"> ${label}</span>`,
            name: formFields.action,
            value: `remove:${String(index)}`,
            classes: 'council-button--secondary',
          })}
        </li>`;
      })}
    </ol>
    ${
      entries.length >= section.max
        ? nothing
        : html`<council-radios
            >${radiosTemplate({
              name: formFields.another,
              lang: language,
              fieldset: { legend: { text: inLanguage(section.anotherQuestion, language), classes: 'council-fieldset-legend--m' } },
              errorMessage: message === undefined ? undefined : { text: message },
              items: (['yes', 'no'] as const).map((value) => ({ value, text: furtherMessages.say(value, language) })),
            })}</council-radios
          >`
    }`;
  const back = backAddress(walk, page.address, changing);
  return {
    title,
    back: back === undefined ? undefined : view.href(back),
    body: html`${aboveTemplate(view, ({ field }) => `#${field}`)}${formTemplate(view, content, journeyMessages.say('continue', language))}${contactBelow(view)}`,
  };
}
