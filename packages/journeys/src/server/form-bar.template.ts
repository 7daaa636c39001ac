import { backLinkTemplate } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import { formFields } from '../engine/form-fields.ts';
import { formId, languageSwitch } from '../page/form.template.ts';
import { serverMessages } from './server.messages.ts';
import type { JourneyPage, PageView } from '../page/view.ts';

/** The value of `_action` that goes to the page before. */
export const backAction = 'back';

/**
 * What stands above a page: the other language, and the way back. Both are buttons of the page's form wherever it asks
 * something, because a link would leave behind what was typed and not yet sent. Changing an answer keeps a link: going
 * back from there is how a change is called off.
 *
 * The first button is one that nobody sees, for the same reason as in the form: Enter presses the form's first, wherever it stands.
 */
export function formBarTemplate(
  page: JourneyPage,
  view: PageView,
  has: { readonly form: boolean; readonly answers: boolean },
): TemplateResult {
  const { language } = view;
  return html`${
    has.form
      ? html`<button class="council-visually-hidden" form=${formId} tabindex="-1" aria-hidden="true"></button
          >${languageSwitch(view, formId)}`
      : nothing
  }${
    page.back === undefined
      ? nothing
      : has.answers && !view.changing
        ? html`<button class="council-back-link" form=${formId} name=${formFields.action} value=${backAction}>
            ${serverMessages.say('back', language)}
          </button>`
        : backLinkTemplate({ href: page.back, lang: language })
  }`;
}
