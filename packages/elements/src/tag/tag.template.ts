import { html, type TemplateResult } from 'lit';
import { classes, type Content } from '../field/content.ts';

/** The colours a tag can have. The words carry the meaning; the colour only helps to find it again. */
export type TagColour = 'grey' | 'green' | 'turquoise' | 'blue' | 'purple' | 'pink' | 'red' | 'orange' | 'yellow';

/** Names and meanings follow https://design-system.service.gov.uk/components/tag/ */
export interface TagOptions {
  readonly text: Content;
  /** `council-tag--green` and the like. */
  readonly classes?: string;
  readonly lang?: string;
}

/** The state something is in, as a word. */
export function tagTemplate(options: TagOptions): TemplateResult {
  return html`<strong class=${classes('council-tag', options.classes)}>${options.text}</strong>`;
}
