import { readPostcode, WidgetElement } from '@council-kit/core';
import { hostTokens } from '@council-kit/tokens/host.js';
import type { CSSResultGroup, PropertyDeclarations } from 'lit';
import type { Journey } from '../definition.ts';
import type { JourneyFor, RunnableService } from '../engine/service.ts';
import type { ConfirmationContent } from '../page/confirmation-page.ts';
import { usePostcodes } from '../rules/postcode.ts';
import type { SpecialKinds } from '../special.ts';
import type { PrepareFile, Submit, Upload } from '../submission.ts';
import type { DraftPlace } from './draft-keys.ts';
import { JourneyController } from './journey-controller.ts';
import type { HistoryMode } from './journey-history.ts';
import { choicesTemplate } from '../page/choices.template.ts';
import { choiceStyles } from './choice.styles.ts';
import { journeyStyles } from './journey.styles.ts';

export type { JourneyStepEvent, JourneySubmittedEvent } from './journey-events.ts';

usePostcodes(readPostcode);

/**
 * Runs any journey: give it the definition as `journey` and what sends the answers as `submit`.
 *
 * @summary A service, from its first question to its reference.
 * @tag council-journey
 * @fires council-journey-step - A page is shown. Tells its address.
 * @fires council-journey-continue - The journey goes on at another address, which it tells. Prevent it to stay on the page.
 * @fires council-journey-submitted - The answers were taken in. Tells the reference.
 */
export class CouncilJourney extends WidgetElement {
  static override readonly tokens: string = hostTokens;
  static override readonly styles: CSSResultGroup = [...journeyStyles, ...choiceStyles];

  // Not by decorators: servers import this package from source, with types stripped and nothing compiled.
  static override readonly properties: PropertyDeclarations = {
    journey: { attribute: false },
    outline: { attribute: false },
    submit: { attribute: false },
    upload: { attribute: false },
    prepareFile: { attribute: false },
    specials: { attribute: false },
    questionOf: { attribute: false },
    oneKeyFor: { attribute: false },
    confirmation: { attribute: false },
    drafts: {},
    draftHours: { type: Number, attribute: 'draft-hours' },
    history: {},
    languages: {},
  };

  /** The definition, or a function of the answers so far that gives it. */
  declare journey: Journey | JourneyFor | undefined;
  /** Where `journey` is a function: its name, title and contact, known beforehand. */
  declare outline: Journey | undefined;
  /** Sends the answers. */
  declare submit: Submit | undefined;
  /** Takes in one file, as soon as it is chosen. Needed where the journey asks for files. */
  declare upload: Upload | undefined;
  /** Done to each file before that: photos are made smaller and lose what they tell of place and time. */
  declare prepareFile: PrepareFile | undefined;
  /** Special questions by name. */
  declare specials: SpecialKinds | undefined;
  /** The question that asks for a field of what is sent: errors of the gateway are shown there. The field's own name unless given. */
  declare questionOf: RunnableService['questionOf'];
  /** What one idempotency key guards: `draft` unless given, or `answers`. */
  declare oneKeyFor: RunnableService['oneKeyFor'];
  /** What follows the reference on the last page. */
  declare confirmation: ConfirmationContent | undefined;
  /** Where answers not yet sent are kept: `none` (by default nothing is stored), `tab`, `device`. */
  declare drafts: DraftPlace;
  /** Hours after the last change that they are kept. 24 by default. */
  declare draftHours: number;
  /** How steps show in the page's address: `hash` (by default), `query`, `none`. */
  declare history: HistoryMode;
  /** Languages its own switch offers, with blanks between: `en cy`. None by default. */
  declare languages: string;

  #service: RunnableService | undefined;

  constructor() {
    super();
    this.drafts = 'none';
    this.draftHours = 24;
    this.history = 'hash';
    this.languages = '';
  }

  readonly #controller = new JourneyController(this, () => {
    const { journey, outline, specials, oneKeyFor, submit } = this;
    if (!journey || !submit) return undefined;
    const before = this.#service;
    // Another object means another service, which begins anew.
    if (before?.journey !== journey || before?.outline !== outline || before.specials !== specials || before.oneKeyFor !== oneKeyFor)
      this.#service = { journey, outline, specials, oneKeyFor, questionOf: (...asked) => this.questionOf?.(...asked) ?? asked[0] };
    return {
      service: this.#service as RunnableService,
      submit,
      runner: () => import('../runner.ts'),
      further: () => import('../further.ts'),
      choices: choicesTemplate,
      upload: this.upload,
      prepareFile: this.prepareFile,
      confirmation: this.confirmation,
      drafts: this.drafts,
      draftHours: this.draftHours,
      history: this.history,
      languages: this.languages.split(/\s+/).filter(Boolean),
    };
  });

  protected override render(): unknown {
    return this.#controller.render();
  }

  protected override get standsIn(): boolean {
    return this.#controller.begun;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-journey': CouncilJourney;
  }
}
