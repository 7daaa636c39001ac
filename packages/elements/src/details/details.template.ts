import { html, type TemplateResult } from 'lit';
import { classes, orNothing, type Content } from '../field/content.ts';

/** Names and meanings follow https://design-system.service.gov.uk/components/details/ */
export interface DetailsOptions {
  readonly summaryText: Content;
  readonly text: Content;
  readonly id?: string;
  readonly open?: boolean;
  readonly classes?: string;
  readonly lang?: string;
}

/** Help that some readers need, behind a line that says what it is about. */
export function detailsTemplate(options: DetailsOptions): TemplateResult {
  return html`<details class=${classes('council-details', options.classes)} id=${orNothing(options.id)} ?open=${options.open}>
    <summary class="council-details-summary"><span class="council-details-summary-text">${options.summaryText}</span></summary>
    <div class="council-details-text">${options.text}</div>
  </details>`;
}
