import { languageName, type FieldError } from '@council-kit/core';
import { buttonTemplate, errorSummaryTemplate, languageNavigationMessages, type Content } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import { formFields } from '../engine/form-fields.ts';
import type { PageView } from './view.ts';

/** The id of a page's form, for buttons that stand outside it. */
export const formId = 'council-journey-form';

/**
 * The same page in the other languages. Buttons of the form and not links, so that what was typed and not yet sent goes with them.
 *
 * @param form the form's id, where the switch stands outside it
 */
export function languageSwitch({ language, languages }: PageView, form?: string): TemplateResult | typeof nothing {
  if (languages.length < 2) return nothing;
  return html`<nav class="council-language-navigation" aria-label=${languageNavigationMessages.say('language', language)}>
    <ul class="council-language-navigation-list">
      ${languages.map(
        (each) =>
          html`<li class="council-language-navigation-item">
            ${
              each === language
                ? html`<span class="council-language-navigation-text" aria-current="true" lang=${each}>${languageName(each)}</span>`
                : html`<button
                    class="council-language-navigation-link"
                    form=${form ?? nothing}
                    name=${formFields.action}
                    value=${`language:${each}`}
                    lang=${each}
                  >
                    ${languageName(each)}
                  </button>`
            }
          </li>`,
      )}
    </ul>
  </nav>`;
}

function hiddenField(name: string, value: string): TemplateResult {
  return html`<input type="hidden" name=${name} value=${value} />`;
}

/**
 * A page's form. Its first button is one that nobody sees: a browser presses the first button for Enter, and that has to go on
 * and not change the language (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#implicit-submission).
 *
 * @param after what follows the button
 */
export function formTemplate(
  view: PageView,
  content: Content | typeof nothing,
  button: string | typeof nothing,
  fields: readonly (readonly [string, string])[] = [],
  after: Content | typeof nothing = nothing,
): TemplateResult {
  const { action, language, changing } = view;
  const all = [
    ...Object.entries(view.hidden),
    [formFields.language, language],
    ...(changing ? [[formFields.changing, '1']] : []),
    ...(view.errors.length > 0 ? [[formFields.wrong, '1']] : []),
    ...fields.filter(([name]) => name !== formFields.language && name !== formFields.changing),
  ] as readonly (readonly [string, string])[];
  return html`<form
    class="council-journey-form"
    id=${formId}
    data-page=${view.address}
    method="post"
    action=${action === '' ? nothing : action}
    enctype="multipart/form-data"
    novalidate
  >
    ${button === nothing ? nothing : html`<button class="council-visually-hidden" tabindex="-1" aria-hidden="true">${button}</button>`}
    ${all.map(([name, value]) => hiddenField(name, value))} ${view.enhanced ? languageSwitch(view) : nothing} ${content}
    ${
      button === nothing
        ? nothing
        : view.enhanced
          ? buttonTemplate({ text: button })
          : html`<council-button>${buttonTemplate({ text: button, preventDoubleClick: true })}</council-button>`
    }${after}
  </form>`;
}

/** What stands above a page's heading: what is wrong, or something to know. Never both. */
export function aboveTemplate(view: PageView, href: (error: FieldError) => string | undefined): Content | typeof nothing {
  const { errors, language, notice = nothing } = view;
  if (errors.length > 0) {
    const errorList = errors.map((error) => ({ text: error.message, href: href(error) }));
    return html`<council-error-summary>${errorSummaryTemplate({ errorList, lang: language })}</council-error-summary>`;
  }
  return notice;
}
