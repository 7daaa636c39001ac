import { CouncilElement } from '@council-kit/core';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { buttonTemplate } from './button.template.ts';

/** Long enough for a double click of unsteady hands, short enough to press again when nothing happened. */
const doubleClickTime = 1000;

/**
 * A button. Around a written `<button>`, or a link with `role="button"`, it adds what HTML lacks: Space presses the link,
 * and a second press within a second can be ignored. Without children it writes the button itself.
 *
 * @summary A button, or a link that looks and works like one.
 * @tag council-button
 */
export class CouncilButton extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    text: {},
    type: {},
    name: {},
    value: {},
    href: {},
    variant: {},
    disabled: { type: Boolean },
    preventDoubleClick: { type: Boolean, attribute: 'prevent-double-click' },
    isStartButton: { type: Boolean, attribute: 'start-button' },
  };

  /** The words on the button. They name what it does: "Send report", not "Submit". */
  declare text: string | undefined;
  declare type: 'submit' | 'button' | 'reset' | undefined;
  declare name: string | undefined;
  declare value: string | undefined;
  /** Makes it a link that looks like a button. */
  declare href: string | undefined;
  /** `secondary` beside a main button; `warning` where the result cannot be undone. */
  declare variant: 'secondary' | 'warning' | undefined;
  declare disabled: boolean;
  /** Ignores a second press within a second. */
  declare preventDoubleClick: boolean;
  /** The main way into a service, with an arrow. */
  declare isStartButton: boolean;

  #pressedAt = -Infinity;

  constructor() {
    super();
    this.disabled = false;
    this.preventDoubleClick = false;
    this.isStartButton = false;
  }

  /** The native button or link, once it is there. */
  get control(): HTMLButtonElement | HTMLAnchorElement | null {
    return this.querySelector<HTMLButtonElement | HTMLAnchorElement>('button, a');
  }
  get form(): HTMLFormElement | null {
    const { control } = this;
    return control instanceof HTMLButtonElement ? control.form : null;
  }
  override focus(options?: FocusOptions): void {
    this.control?.focus(options);
  }
  override blur(): void {
    this.control?.blur();
  }
  override click(): void {
    this.control?.click();
  }

  protected override template(): TemplateResult {
    return buttonTemplate({
      text: String(this.text ?? ''),
      type: this.type,
      name: this.name,
      value: this.value,
      href: this.href,
      classes: this.variant && `council-button--${this.variant}`,
      disabled: this.disabled,
      preventDoubleClick: this.preventDoubleClick,
      isStartButton: this.isStartButton,
    });
  }

  protected override updateWritten(changed: PropertyValues): void {
    const { control } = this;
    if (!(control instanceof HTMLButtonElement) || !changed.has('disabled') || !(this.hasUpdated || this.disabled)) return;
    control.disabled = this.disabled;
    if (this.disabled) control.setAttribute('aria-disabled', 'true');
    else control.removeAttribute('aria-disabled');
  }

  protected override connectBehaviour(signal: AbortSignal): void {
    this.addEventListener('keydown', (event) => this.#pressLink(event), { signal });
    // While capturing, so that no listener on the button sees the press that does not count.
    this.addEventListener('click', (event) => this.#guard(event), { signal, capture: true });
  }

  #pressLink(event: KeyboardEvent): void {
    if (event.key !== ' ' || !(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'button') return;
    // Space would scroll the page.
    event.preventDefault();
    event.target.click();
  }

  #guard(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button || !(this.preventDoubleClick || button.dataset['preventDoubleClick'] === 'true')) return;
    if (event.timeStamp - this.#pressedAt < doubleClickTime) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else {
      this.#pressedAt = event.timeStamp;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-button': CouncilButton;
  }
}
