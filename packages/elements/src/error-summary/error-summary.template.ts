import { html, nothing, type TemplateResult } from 'lit';
import { classes, type Content } from '../field/content.ts';
import { errorSummaryMessages } from './error-summary.messages.ts';

export interface ErrorSummaryItem {
  readonly text: Content;
  /** `#` and the id of the control in error: of groups the first control, of dates the first part in error. */
  readonly href?: string;
}

/** Names and meanings follow https://design-system.service.gov.uk/components/error-summary/ */
export interface ErrorSummaryOptions {
  /** "There is a problem" by default. */
  readonly titleText?: Content;
  readonly descriptionText?: Content;
  /** In the order of the questions. Two equal messages stay two. */
  readonly errorList?: readonly (ErrorSummaryItem | null | undefined | false)[];
  /** The summary takes the focus when it appears, unless this is set. */
  readonly disableAutoFocus?: boolean;
  readonly classes?: string;
  /** The language of the words the template itself says. English by default. */
  readonly lang?: string;
}

/** What went wrong on the page, with a link to each place, as native HTML. It comes first in `main`. */
export function errorSummaryTemplate(options: ErrorSummaryOptions): TemplateResult {
  const { titleText = errorSummaryMessages.say('title', options.lang ?? 'en'), descriptionText, errorList = [] } = options;
  // The alert is inside of what takes the focus: on the same element, screen readers drop one of the two announcements.
  return html`<div
    class=${classes('council-error-summary', options.classes)}
    data-disable-auto-focus=${options.disableAutoFocus ? 'true' : nothing}
  >
    <div role="alert">
      <h2 class="council-error-summary-title">${titleText}</h2>
      <div class="council-error-summary-body">
        ${descriptionText ? html`<p>${descriptionText}</p>` : nothing}${
          errorList.length > 0
            ? html`<ul class="council-error-summary-list">
                ${errorList.map((item) =>
                  item ? html`<li>${item.href ? html`<a href=${item.href}>${item.text}</a>` : item.text}</li>` : nothing,
                )}
              </ul>`
            : nothing
        }
      </div>
    </div>
  </div>`;
}
