import { safeUrl } from '@council-kit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { classes, orNothing, type Content } from '../field/content.ts';

/** Names and meanings follow https://design-system.service.gov.uk/components/button/ */
export interface ButtonOptions {
  readonly text: Content;
  /** `submit` by default. No effect on a link. */
  readonly type?: 'submit' | 'button' | 'reset';
  readonly name?: string;
  readonly value?: string;
  /** Avoid it: a disabled button tells nobody why. No effect on a link. */
  readonly disabled?: boolean;
  /** Makes it a link that looks like a button: for going somewhere, not for doing something. */
  readonly href?: string;
  /** `council-button--secondary`, `council-button--warning`. */
  readonly classes?: string;
  /** Ignores a second press within a second, for people who double-click out of habit. No effect on a link. */
  readonly preventDoubleClick?: boolean;
  /** The main way into a service, with an arrow. */
  readonly isStartButton?: boolean;
  readonly id?: string;
}

const arrow = html`<svg class="council-button-start-icon" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false">
  <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
</svg>`;

/** A button; with `href`, a link that looks and works like one. */
export function buttonTemplate(options: ButtonOptions): TemplateResult {
  const className = classes('council-button', options.isStartButton && 'council-button--start', options.classes);
  const content = options.isStartButton ? html`<span>${options.text}</span>${arrow}` : options.text;
  if (options.href) {
    return html`<a class=${className} id=${orNothing(options.id)} href=${safeUrl(options.href) ?? '#'} role="button" draggable="false"
      >${content}</a
    >`;
  }
  return html`<button
    class=${className}
    id=${orNothing(options.id)}
    type=${options.type ?? 'submit'}
    name=${orNothing(options.name)}
    value=${orNothing(options.value)}
    ?disabled=${options.disabled}
    aria-disabled=${options.disabled ? 'true' : nothing}
    data-prevent-double-click=${options.preventDoubleClick ? 'true' : nothing}
  >
    ${content}
  </button>`;
}

/** Buttons and links that belong together, in one row where there is room. */
export function buttonGroupTemplate(content: Content): TemplateResult {
  return html`<div class="council-button-group">${content}</div>`;
}
