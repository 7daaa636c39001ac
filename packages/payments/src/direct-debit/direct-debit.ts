import { requestGateway, WidgetElement } from '@council-kit/core';
import { detailsStyles } from '@council-kit/elements/stylesheet.js';
import {
  choicesTemplate,
  choiceStyles,
  fetchedSpecial,
  JourneyController,
  journeyStyles,
  type RunnableService,
} from '@council-kit/journeys';
import { hostTokens } from '@council-kit/tokens/host.js';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues } from 'lit';
import { bankDetailsAnswerSchema, directDebitFormSchema } from '../contract/mandate.ts';
import { gatewayUrl } from '../gateway/gateway-url.ts';
import { readOnce } from '../gateway/read-once.ts';
import { typedSchema } from '../payment/answer-schemas.ts';
import { referenceKind } from '../payment/reference-question.ts';
import { bankAnswerSchema, bankKind, type LookUpBankDetails } from './bank-question.ts';
import { mandateConfirmationTemplate } from './confirmation.template.ts';
import { directDebitJourney, directDebitOutline, questionOfMandateField } from './direct-debit.journey.ts';
import { sendMandate } from './send-mandate.ts';

/**
 * Set up a Direct Debit for council tax. Bank details go to the council's gateway and nowhere else, are masked once given and never kept on the
 * device: this widget keeps no drafts.
 *
 * @summary Bank details, the day of the month, the Guarantee, and the date of the first payment.
 * @tag council-direct-debit
 * @fires council-journey-step - A page is shown. Tells its address, and nothing of what was answered.
 * @fires council-journey-submitted - The instruction is kept by the council. Tells its reference.
 */
export class CouncilDirectDebit extends WidgetElement {
  static override readonly tokens: string = hostTokens;
  static override readonly styles: CSSResultGroup = [...journeyStyles, ...choiceStyles, detailsStyles];
  static override readonly properties: PropertyDeclarations = { gateway: {}, history: {}, languages: {} };

  /** Address of the council's gateway: `https://payments.council.example`, or a path of this site. */
  declare gateway: string;
  /** How steps show in the page's address: `hash` (default), `query`, `none`. */
  declare history: 'hash' | 'query' | 'none';
  /** Languages its own switch offers, with blanks between: `en cy`. None unless given. */
  declare languages: string;

  #service: RunnableService | undefined;

  readonly #controller = new JourneyController(this, () => {
    if (!this.#service) return undefined;
    return {
      service: this.#service,
      submit: (answers, context) => sendMandate(this.gateway, answers, context),
      confirmation: mandateConfirmationTemplate,
      runner: () => import('@council-kit/journeys/runner.js'),
      further: () => import('@council-kit/journeys/further.js'),
      choices: choicesTemplate,
      // An account number is not left behind on a device, not even in a tab.
      drafts: 'none',
      history: this.history,
      languages: this.languages.split(/\s+/).filter(Boolean),
    };
  });

  constructor() {
    super();
    this.gateway = '';
    this.history = 'hash';
    this.languages = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('gateway')) return;
    this.#service = this.gateway ? this.#serviceOf(this.gateway) : undefined;
  }

  protected override render(): unknown {
    return this.#controller.render();
  }

  protected override get standsIn(): boolean {
    return this.#controller.begun;
  }

  #serviceOf(gateway: string): RunnableService {
    // What the council decides about its Direct Debits.
    const form = readOnce(gatewayUrl(gateway, '/direct-debits/form'), directDebitFormSchema);
    return {
      outline: directDebitOutline,
      journey: async () => directDebitJourney(await form()),
      questionOf: questionOfMandateField,
      specials: {
        'account-reference': fetchedSpecial(typedSchema, async () => referenceKind(await form())),
        'bank-details': fetchedSpecial(bankAnswerSchema, async () => bankKind(await form(), this.#lookUp)),
      },
    };
  }

  readonly #lookUp: LookUpBankDetails = async (body, { language, signal }) => {
    const url = gatewayUrl(this.gateway, '/direct-debits/bank-details');
    const outcome = await requestGateway(url, { schema: bankDetailsAnswerSchema, body, language, signal });
    return outcome.kind === 'answer' ? outcome.value.result : undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'council-direct-debit': CouncilDirectDebit;
  }
}
