import { safeUrl } from '@council-kit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { classes, type Content } from '../field/content.ts';
import { headingTemplate, type HeadingLevel } from '../page/heading.template.ts';
import { panelMessages } from './panel.messages.ts';

/** Names and meanings follow https://design-system.service.gov.uk/components/panel/, with a reference that can be copied. */
export interface PanelOptions {
  readonly titleText: Content;
  readonly headingLevel?: HeadingLevel;
  readonly text?: Content;
  /** The reference the resident needs later. Shown large, and copied by a press where there is script. */
  readonly reference?: string;
  /** What the reference is called. "Your reference number" in the page's language by default. */
  readonly referenceLabel?: Content;
  /** `council-panel--interruption` for a page that stops the reader on the way. */
  readonly classes?: string;
  /** Only in an interruption: the ways on. */
  readonly actions?: {
    readonly items?: readonly {
      readonly text: Content;
      readonly href?: string;
      readonly type?: 'button' | 'submit' | 'reset';
      readonly classes?: string;
    }[];
    readonly classes?: string;
  };
  readonly lang?: string;
}

function referenceTemplate(options: PanelOptions): TemplateResult {
  const lang = options.lang ?? 'en';
  // The button is for script, so it is hidden until the element shows it. `translate="no"`: a translated reference finds nothing.
  return html`<p class="council-panel-reference-label">${options.referenceLabel || panelMessages.say('yourReference', lang)}</p>
    <p class="council-panel-reference" translate="no">${options.reference}</p>
    <button class="council-panel-copy" type="button" hidden>${panelMessages.say('copy', lang)}</button>
    <p class="council-panel-copied" role="status"></p>`;
}

/** Tells that something is done: the heading of a confirmation page. */
export function panelTemplate(options: PanelOptions): TemplateResult {
  const interruption = options.classes?.includes('council-panel--interruption') ?? false;
  const actions = interruption ? (options.actions?.items ?? []) : [];
  return html`<div class=${classes('council-panel', !interruption && 'council-panel--confirmation', options.classes)}>
    ${headingTemplate(options.headingLevel ?? 1, options.titleText, 'council-panel-title')}
    ${options.text ? html`<div class="council-panel-body">${options.text}</div>` : nothing}
    ${options.reference ? html`<div class="council-panel-body">${referenceTemplate(options)}</div>` : nothing}
    ${
      actions.length > 0
        ? html`<div class=${classes('council-panel-actions', options.actions?.classes)}>
            ${actions.map((action) => {
              const href = safeUrl(action.href);
              if (!href) {
                return html`<button
                  type=${action.type ?? 'button'}
                  class=${classes('council-button council-button--inverse', action.classes)}
                >
                  ${action.text}
                </button>`;
              }
              return action.type === 'button'
                ? html`<a
                    href=${href}
                    role="button"
                    draggable="false"
                    class=${classes('council-button council-button--inverse', action.classes)}
                    >${action.text}</a
                  >`
                : html`<a href=${href} class=${classes('council-link council-link--inverse', action.classes)}>${action.text}</a>`;
            })}
          </div>`
        : nothing
    }
  </div>`;
}
