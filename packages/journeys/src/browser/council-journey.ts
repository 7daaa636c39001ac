import { WidgetElement } from '@council-kit/core';
import { stylesheet } from '@council-kit/elements/stylesheet.js';
import { hostTokens } from '@council-kit/tokens/host.js';
import type { CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import type { Journey } from '../definition.ts';
import type { JourneyFor } from '../engine/service.ts';
import type { ConfirmationContent } from '../page/confirmation-page.ts';
import type { SpecialKinds } from '../special.ts';
import type { Submit, Upload } from '../submission.ts';
import { JourneyController } from './journey-controller.ts';
import { journeyStyles } from './journey.styles.ts';

/**
 * Runs any journey: give it the definition as `journey` and what sends the answers as `submit`.
 *
 * @summary A service, from its first question to its reference.
 * @tag council-journey
 * @fires council-journey-step - A page is shown. Tells its address.
 * @fires council-journey-submitted - The answers were taken in. Tells the reference.
 */
export class CouncilJourney extends WidgetElement {
  static override readonly tokens: string = hostTokens;
  static override readonly styles: CSSResultGroup = [...stylesheet, journeyStyles];

  /** The definition, or a function of the answers so far that gives it. */
  @property({ attribute: false }) journey: Journey | JourneyFor | undefined;
  /** Where `journey` is a function: its name, title and contact, known beforehand. */
  @property({ attribute: false }) outline: Journey | undefined;
  /** Sends the answers. */
  @property({ attribute: false }) submit: Submit | undefined;
  /** Takes in one photo. */
  @property({ attribute: false }) upload: Upload | undefined;
  /** Special questions by name. */
  @property({ attribute: false }) specials: SpecialKinds | undefined;
  /** What follows the reference on the last page. */
  @property({ attribute: false }) confirmation: ConfirmationContent | undefined;
  /** Where answers not yet sent are kept: `none`, `tab`, `device`. */
  @property() drafts: 'none' | 'tab' | 'device' = 'none';
  /** Hours after the last change that they are kept. */
  @property({ type: Number, attribute: 'draft-hours' }) draftHours = 24;
  /** How steps show in the page's address: `hash`, `query`, `none`. */
  @property() history: 'hash' | 'query' | 'none' = 'hash';
  /** Languages its own switch offers, with blanks between: `en cy`. */
  @property() languages = '';

  readonly #controller = new JourneyController(this, () => {
    const { journey, submit } = this;
    if (!journey || !submit) return undefined;
    this.#service = this.#service?.journey === journey && this.#service.specials === this.specials ? this.#service : { journey, outline: this.outline, specials: this.specials };
    return {
      service: this.#service,
      submit,
      upload: this.upload,
      confirmation: this.confirmation,
      drafts: this.drafts,
      draftHours: this.draftHours,
      history: this.history,
      languages: this.languages.split(/\s+/).filter(Boolean),
    };
  });
  #service: { journey: Journey | JourneyFor; outline?: Journey; specials?: SpecialKinds } | undefined;

  protected override render(): unknown {
    return this.#controller.render();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-journey': CouncilJourney;
  }
}
