import { requestGateway, WidgetElement } from '@council-kit/core';
import {
  baseStyles,
  buttonStyles,
  choicesStyles,
  dateInputStyles,
  detailsStyles,
  errorSummaryStyles,
  fieldsetStyles,
  fieldStyles,
  linkStyles,
  selectStyles,
  tableStyles,
  textInputStyles,
  typographyStyles,
} from '@council-kit/elements/stylesheet.js';
import { dateFrom } from '@council-kit/journeys';
import { hostTokens } from '@council-kit/tokens/host.js';
import { Task } from '@lit/task';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { councilTaxChargesSchema, type CouncilTaxCharges } from '../contract/bill.ts';
import { gatewayUrl } from '../gateway/gateway-url.ts';
import { PressOutcome } from '../page/press-outcome.ts';
import { calculate, readCalculation, typedIn, type Typed } from '../rules/calculation.ts';
import { councilTaxBillStyles } from '../tax-bill/tax-bill.styles.ts';
import { taxCalculatorMessages } from './tax-calculator.messages.ts';
import { taxCalculatorTemplate } from './tax-calculator.template.ts';

/**
 * What would my council tax be: from a band and who lives there, worked out on the page itself. It asks the gateway once, for what each authority
 * charges, and sends nothing. Its answer is an address that can be shared: it holds the choices and nothing about anybody.
 *
 * @summary Works out a council tax bill without an account.
 * @tag council-tax-calculator
 */
export class CouncilTaxCalculator extends WidgetElement {
  static override readonly tokens: string = hostTokens;
  static override readonly styles: CSSResultGroup = [
    baseStyles,
    typographyStyles,
    linkStyles,
    tableStyles,
    fieldStyles,
    fieldsetStyles,
    textInputStyles,
    selectStyles,
    choicesStyles,
    dateInputStyles,
    buttonStyles,
    errorSummaryStyles,
    detailsStyles,
    councilTaxBillStyles,
  ];
  static override readonly properties: PropertyDeclarations = {
    gateway: {},
    charges: { attribute: false },
    history: {},
    typed: { state: true },
  };

  /** Address of the council's gateway: `https://payments.council.example`, or a path of this site. */
  declare gateway: string;
  /** What authorities charge, where the page knows it. The gateway is not asked then. */
  declare charges: CouncilTaxCharges | undefined;
  /** Whether an answer shows in the page's address, as its query: `query` (default), `none`. */
  declare history: 'query' | 'none';
  declare protected typed: Typed;

  #listening: AbortController | undefined;
  readonly #outcome = new PressOutcome(this);
  readonly #task: Task<readonly [string, CouncilTaxCharges | undefined], CouncilTaxCharges | 'unavailable' | 'unreachable'> = new Task(
    this,
    {
      args: () => [this.gateway, this.charges] as const,
      task: async ([gateway, charges], { signal }) => {
        if (charges) return charges;
        const outcome = await requestGateway(gatewayUrl(gateway, '/council-tax/charges'), { schema: councilTaxChargesSchema, signal });
        if (outcome.kind === 'answer') return outcome.value;
        if (outcome.kind !== 'problem' || outcome.problem.status >= 500 || outcome.problem.status === 429) return 'unreachable';
        // Trying again would not help the resident. The council has to set it up.
        console.warn(
          `<${this.localName}>: the gateway answered ${outcome.problem.status}. Does its setting "councilTax.charges" say what each authority charges?`,
        );
        return 'unavailable';
      },
    },
  );

  constructor() {
    super();
    this.gateway = '';
    this.history = 'query';
    this.typed = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    this.#readAddress();
    window.addEventListener('popstate', () => this.#readAddress(), { signal: this.#listening.signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.renderRoot.addEventListener('submit', (event) => this.#submitted(event));
  }

  protected override get needsGateway(): boolean {
    return this.charges === undefined;
  }

  protected override get standsIn(): boolean {
    return super.standsIn && typeof this.#task.value === 'object';
  }

  protected override render(): unknown {
    const { language } = this;
    const say = taxCalculatorMessages.say;
    const loading = (): TemplateResult => html`<p class="council-body" role="status" aria-busy="true">${say('loading', language)}</p>`;
    return html`<div lang=${language}>
      ${this.#task.render({
        initial: loading,
        pending: loading,
        error: loading,
        complete: (charges) =>
          typeof charges === 'object'
            ? this.#page(charges)
            : html`<div role="alert"><p class="council-body">${say(charges, language)}</p></div>
                ${
                  charges === 'unavailable'
                    ? nothing
                    : html`<button type="button" class="council-button" @click=${() => void this.#task.run()}>
                        ${say('again', language)}
                      </button>`
                }`,
      })}
    </div>`;
  }

  #page(charges: CouncilTaxCharges): TemplateResult {
    const { language, typed } = this;
    const asked = readCalculation(typed, charges, dateFrom, language);
    if (asked?.kind !== 'calculation') return taxCalculatorTemplate({ language, charges, typed, errors: asked?.errors });
    const bill = calculate(asked.calculation, charges);
    // Where addresses are not read, none of them leads back to this answer.
    const link = this.history === 'none' ? {} : { link: this.#address(typed) };
    return taxCalculatorTemplate({ language, charges, typed, bill, ...link });
  }

  #submitted(event: Event): void {
    event.preventDefault();
    this.typed = typedIn(new FormData(event.target as HTMLFormElement));
    this.#outcome.pressed();
    if (this.history === 'none') return;
    try {
      history.pushState(null, '', this.#address(this.typed));
    } catch (error) {
      // Sandboxed documents may not write: the answer is shown all the same.
      console.warn(error);
    }
  }

  /** The page's own address with these answers in place of others. The page's other parameters stay. */
  #address(typed: Typed): string {
    const url = new URL(location.href);
    for (const name of Object.keys(typedIn(url.searchParams))) url.searchParams.delete(name);
    for (const [name, value] of Object.entries(typed)) url.searchParams.set(name, value);
    return `${url.pathname}${url.search}`;
  }

  #readAddress(): void {
    if (this.history !== 'none') this.typed = typedIn(new URLSearchParams(location.search));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-tax-calculator': CouncilTaxCalculator;
  }
}
