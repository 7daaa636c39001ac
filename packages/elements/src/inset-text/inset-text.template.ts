import { html, type TemplateResult } from 'lit';
import { classes, orNothing, type Content } from '../field/content.ts';

/** Names and meanings follow https://design-system.service.gov.uk/components/inset-text/ */
export interface InsetTextOptions {
  readonly text: Content;
  readonly id?: string;
  readonly classes?: string;
  readonly lang?: string;
}

/** Text set apart from what is around it. */
export function insetTextTemplate(options: InsetTextOptions): TemplateResult {
  return html`<div class=${classes('council-inset-text', options.classes)} id=${orNothing(options.id)}>${options.text}</div>`;
}
