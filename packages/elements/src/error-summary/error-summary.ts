import { CouncilElement, type FieldError } from '@council-kit/core';
import { nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { errorSummaryTemplate } from './error-summary.template.ts';
import { labelOf } from './label-of.ts';

/**
 * What went wrong on the page, with a link to each place. It takes the focus when it appears. Its links scroll to the
 * question, not to the control, so that the question can be read; they find their control in their own tree, by id or by name.
 * Around a written summary it enhances that; without children it writes the same HTML from its `errors`.
 *
 * @summary The list of errors at the top of a page.
 * @tag council-error-summary
 */
export class CouncilErrorSummary extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    errors: { attribute: false },
    titleText: { attribute: 'title-text' },
    descriptionText: { attribute: 'description-text' },
    disableAutoFocus: { type: Boolean, attribute: 'disable-auto-focus' },
  };

  /** In the order of the questions. Shows nothing while it is empty. */
  declare errors: readonly FieldError[];
  /** "There is a problem" by default. */
  declare titleText: string | undefined;
  declare descriptionText: string | undefined;
  /** Leaves the focus where it is when the summary appears. */
  declare disableAutoFocus: boolean;

  #appeared = false;

  constructor() {
    super();
    this.errors = [];
    this.disableAutoFocus = false;
  }

  get #summary(): HTMLElement | null {
    return this.querySelector<HTMLElement>('.council-error-summary');
  }

  /** Focuses the summary, which is read out. Call it when the same errors are shown again. */
  override focus(options?: FocusOptions): void {
    const summary = this.#summary;
    if (!summary) return;
    summary.tabIndex = -1;
    // Without the tabindex afterwards: a click on the words of the summary must not focus it.
    summary.addEventListener('blur', () => summary.removeAttribute('tabindex'), { once: true });
    summary.focus(options);
  }

  protected override template(): TemplateResult | typeof nothing {
    if (this.errors.length === 0) return nothing;
    return errorSummaryTemplate({
      titleText: this.titleText,
      descriptionText: this.descriptionText,
      errorList: this.errors.map(({ field, message }) => ({ text: message, href: `#${field}` })),
      lang: this.language,
    });
  }

  protected override connectBehaviour(signal: AbortSignal): void {
    this.addEventListener('click', (event) => this.#follow(event), { signal });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // A written summary appeared once, with the page; a generated one appears with each set of errors.
    if (this.origin === 'written' ? this.#appeared : !changed.has('errors')) return;
    this.#appeared = true;
    if (!this.disableAutoFocus && this.#summary?.dataset['disableAutoFocus'] !== 'true') this.focus();
  }

  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const id = decodeURIComponent(link?.hash.slice(1) ?? '');
    const control = id === '' ? null : this.#find(id);
    if (!control) return;
    event.preventDefault();
    const label = labelOf(control);
    (label ?? control).scrollIntoView();
    control.focus({ preventScroll: true });
  }

  /** By id, else by the name that errors are told by. */
  #find(id: string): HTMLElement | null {
    const root = this.getRootNode() as Document | ShadowRoot;
    const named = `[name="${CSS.escape(id)}"]`;
    return root.getElementById(id) ?? root.querySelector<HTMLElement>(`:is(input, textarea, select)${named}:not([type="hidden"])`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-error-summary': CouncilErrorSummary;
  }
}
