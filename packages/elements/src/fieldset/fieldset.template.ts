import { html, nothing, type TemplateResult } from 'lit';
import { classes, orNothing, type Content } from '../field/content.ts';

export interface LegendOptions {
  readonly text: Content;
  /** Additional classes: `council-fieldset-legend--s`, `--m`, `--l`, `--xl` give heading sizes. */
  readonly classes?: string;
  /** Puts the legend's words into the page's h1. */
  readonly isPageHeading?: boolean;
}

/** Names and meanings follow https://design-system.service.gov.uk/components/fieldset/ */
export interface FieldsetOptions {
  readonly legend?: LegendOptions;
  /** Ids of elements that describe the whole group. */
  readonly describedBy?: string;
  readonly classes?: string;
  /** `group` for groups of text inputs alone: JAWS otherwise misses the description, and on radios it says too much. */
  readonly role?: string;
  /** Disables every control in it. */
  readonly disabled?: boolean;
}

/** A group of fields that are one question, with the question as its legend. */
export function fieldsetTemplate(options: FieldsetOptions, content: Content): TemplateResult {
  const { legend } = options;
  return html`<fieldset
    class=${classes('council-fieldset', options.classes)}
    role=${orNothing(options.role)}
    aria-describedby=${orNothing(options.describedBy)}
    ?disabled=${options.disabled}
  >
    ${
      legend
        ? html`<legend class=${classes('council-fieldset-legend', legend.classes)}>
            ${legend.isPageHeading ? html`<h1 class="council-fieldset-heading">${legend.text}</h1>` : legend.text}
          </legend>`
        : nothing
    }${content}
  </fieldset>`;
}
