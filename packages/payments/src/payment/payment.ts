import { errorFor, inLanguage, requestGateway, safeUrl, WidgetElement, type FieldError } from '@council-kit/core';
import {
  backLinkStyles,
  baseStyles,
  buttonStyles,
  choicesStyles,
  detailsStyles,
  errorSummaryStyles,
  fieldsetStyles,
  fieldStyles,
  linkStyles,
  summaryListStyles,
  textInputStyles,
  typographyStyles,
} from '@council-kit/elements/stylesheet.js';
import {
  backLinkTemplate,
  buttonTemplate,
  errorSummaryTemplate,
  summaryListTemplate,
  textInputTemplate,
} from '@council-kit/elements/templates.js';
import { isEmail, type Answer, type Question, type SpecialKind, type Step } from '@council-kit/journeys';
import { hostTokens } from '@council-kit/tokens/host.js';
import { Task } from '@lit/task';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Bill } from '../contract/bill.ts';
import { fundAnswerSchema } from '../contract/fund.ts';
import { paymentProblems, paymentSchema } from '../contract/payment.ts';
import { gatewayUrl } from '../gateway/gateway-url.ts';
import { contactTemplate } from '../page/contact.template.ts';
import { PressOutcome } from '../page/press-outcome.ts';
import { pounds } from '../rules/pence.ts';
import { PaymentBegunEvent } from './payment-events.ts';
import { intentionOf, paymentJourney, paymentSpecials, questionOfField, type PaymentSetUp } from './payment.journey.ts';
import { paymentMessages } from './payment.messages.ts';
import { PaymentPlaces } from './payment-places.ts';
import { amountsOfBill } from './payment-questions.ts';

/** What stands in the way of a payment, and what can be done about it. */
type Obstacle = { readonly kind: 'not-begun' | 'refused' | 'paid-already'; readonly message?: string };

const checkPlace = 'check';
const say = paymentMessages.say;

/**
 * Pay the council: what for, how much, check, and on to GOV.UK Pay. One press is one payment, however often it is pressed: the same intention is
 * sent under the same key until it is answered. No card number is ever typed here.
 *
 * @summary Pay a bill of the council on GOV.UK Pay.
 * @tag council-payment
 * @fires council-payment-begun - The payment is on its way to GOV.UK Pay. Prevent it to stay on the page.
 */
export class CouncilPayment extends WidgetElement {
  static override readonly tokens: string = hostTokens;
  static override readonly styles: CSSResultGroup = [
    baseStyles,
    typographyStyles,
    linkStyles,
    backLinkStyles,
    fieldStyles,
    fieldsetStyles,
    textInputStyles,
    choicesStyles,
    buttonStyles,
    errorSummaryStyles,
    summaryListStyles,
    detailsStyles,
  ];
  static override readonly properties: PropertyDeclarations = {
    gateway: {},
    fund: {},
    reference: {},
    returnPage: { attribute: 'return-page' },
    history: {},
    bill: { attribute: false },
    errors: { state: true },
    place: { state: true },
    obstacle: { state: true },
    busy: { state: true },
  };

  /** Address of the council's gateway: `https://payments.council.example`, or a path of this site. */
  declare gateway: string;
  /** What is paid for: one of the gateway's funds. `council-tax` unless given. */
  declare fund: string;
  /** The reference, where the page knows it. Then it is not asked for. */
  declare reference: string | undefined;
  /** The council's own page with `<council-payment-status>`; its origin is on the gateway's list. The gateway's page unless given. */
  declare returnPage: string | undefined;
  /** Whether pages show in the address: `hash` (default), `none`. */
  declare history: 'hash' | 'none';
  /** A bill, whose account is paid and whose amounts are offered. Of the event of `<council-tax-bill>`. */
  declare bill: Bill | undefined;
  declare protected errors: readonly FieldError[];
  declare protected place: string | undefined;
  declare protected obstacle: Obstacle | undefined;
  declare protected busy: boolean;

  #answers: Record<string, Answer | undefined> = {};
  /** What is sent under one key. Another intention has another. */
  #sent: { readonly intention: string; readonly key: string } | undefined;
  #changing = false;
  #listening: AbortController | undefined;
  readonly #outcome = new PressOutcome(this);

  readonly #setUp: Task<readonly unknown[], PaymentSetUp | undefined> = new Task(this, {
    args: () => [this.gateway, this.fund, this.reference, this.bill] as const,
    task: async ([gateway, fund], { signal }): Promise<PaymentSetUp | undefined> => {
      if (!gateway) return undefined;
      const url = gatewayUrl(String(gateway), `/payments/funds/${encodeURIComponent(String(fund))}`);
      const outcome = await requestGateway(url, { schema: fundAnswerSchema, signal });
      if (outcome.kind !== 'answer') return undefined;
      const { bill } = this;
      const reference = bill?.account ?? (this.reference || undefined);
      // Revealing what belongs to a choice is worth a download only where there are choices.
      if (bill) void import('@council-kit/elements/define/radios.js');
      return { ...outcome.value, ...(reference === undefined ? {} : { reference }), ...(bill ? { known: amountsOfBill(bill) } : {}) };
    },
  });

  constructor() {
    super();
    this.gateway = '';
    this.fund = 'council-tax';
    this.history = 'hash';
    this.errors = [];
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#listening = new AbortController());
    window.addEventListener('popstate', () => this.#travelled(), { signal });
    // Back from GOV.UK Pay to a page that the browser kept: it can be pressed again, for the same payment.
    window.addEventListener('pageshow', () => (this.busy = false), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.renderRoot.addEventListener('submit', (event) => this.#submitted(event as SubmitEvent));
    this.renderRoot.addEventListener('click', (event) => this.#clicked(event as MouseEvent));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('bill') && !changed.has('fund') && !changed.has('reference')) return;
    this.#answers = {};
    this.errors = [];
    this.obstacle = undefined;
    this.place = undefined;
  }

  get #places(): PaymentPlaces {
    return new PaymentPlaces(`pay-${this.fund}`, this.history !== 'none' && window.parent === window);
  }

  protected override render(): unknown {
    const { language } = this;
    const loading = (): TemplateResult => html`<p class="council-body" role="status" aria-busy="true">${say('loading', language)}</p>`;
    return html`<div lang=${language}>
      ${this.#setUp.render({
        initial: loading,
        pending: loading,
        error: () => nothing,
        complete: (setUp) => (setUp ? this.#page(setUp) : this.#unreachable()),
      })}
    </div>`;
  }

  #unreachable(): TemplateResult {
    return html`<div role="alert"><p class="council-body">${say('unreachable', this.language)}</p></div>
      ${this.#button('again', 'again')}`;
  }

  #button(value: string, key: 'again' | 'pay-again', places: Readonly<Record<string, string>> = {}): TemplateResult {
    return buttonTemplate({ type: 'button', name: 'act', value, text: say(key, this.language, places) });
  }

  #page(setUp: PaymentSetUp): TemplateResult {
    const { language, obstacle } = this;
    const journey = paymentJourney(setUp);
    const steps = journey.steps as readonly Step[];
    const intention = intentionOf(this.#answers, setUp);
    const contact = contactTemplate(setUp.contact, language, say('contact', language));
    if (obstacle && intention) {
      const titles = { 'not-begun': 'not-begun-title', refused: 'refused-title', 'paid-already': 'paid-already-title' } as const;
      const amount = pounds(intention.amount);
      return html`${backLinkTemplate({ href: this.#places.href(checkPlace), lang: language })}
        <h1 class="council-heading-l">${say(titles[obstacle.kind], language)}</h1>
        <p class="council-body">${obstacle.message ?? say('not-begun', language)}</p>
        ${
          obstacle.kind === 'not-begun'
            ? this.#button('pay', 'again')
            : obstacle.kind === 'paid-already'
              ? this.#button('once-more', 'pay-again', { amount })
              : nothing
        }
        ${contact}`;
    }
    const at = steps.findIndex(({ id }) => id === this.place);
    const unanswered = steps.findIndex((step) => !this.#answered(step));
    // Nobody gets to a page before the questions in front of it are answered.
    const reached = unanswered === -1 ? steps.length : unanswered;
    const index = this.place === undefined ? 0 : Math.min(this.place === checkPlace ? steps.length : Math.max(at, 0), reached);
    const step = steps[index];
    const back = steps[index - 1];
    const above = html`${
      back === undefined ? nothing : backLinkTemplate({ href: this.#places.href(this.#changing ? checkPlace : back.id), lang: language })
    }${this.#summary(step)}`;
    const body = step ? this.#question(step, setUp) : this.#check(steps, setUp);
    return html`${keyed(`${step?.id ?? checkPlace} ${language}`, html`${above}${body}`)}${contact}`;
  }

  #answered({ contents: [question] }: Step): boolean {
    return (
      question !== undefined && question.kind !== 'information' && question.name in this.#answers && this.#faults(question).length === 0
    );
  }

  #summary(step: Step | undefined): TemplateResult | typeof nothing {
    if (this.errors.length === 0 || !step) return nothing;
    const question = step.contents[0] as Question;
    const kind = question.kind === 'special' ? this.#kind(question.special) : undefined;
    return html`<council-error-summary
      >${errorSummaryTemplate({
        errorList: this.errors.map(({ field, message }) => ({
          text: message,
          href: `#${question.kind === 'special' ? (kind?.focusId?.(field, question) ?? field) : field}`,
        })),
        lang: this.language,
      })}</council-error-summary
    >`;
  }

  #kind(name: string): SpecialKind | undefined {
    const setUp = this.#setUp.value;
    return setUp && paymentSpecials(setUp)[name];
  }

  #question(step: Step, { fund }: PaymentSetUp): TemplateResult {
    const { language, errors } = this;
    const question = step.contents[0] as Question;
    const answer = this.#answers[question.name];
    const label = { text: inLanguage(question.label, language), isPageHeading: true };
    const hint = question.hint && { text: inLanguage(question.hint, language) };
    const message = errorFor(errors, question.name);
    const field =
      question.kind === 'special'
        ? this.#kind(question.special)?.template({
            question,
            answers: this.#answers,
            answer: answer as Record<string, unknown> | undefined,
            language,
            errors,
            label: { ...label, classes: 'council-fieldset-legend--l' },
            hint,
            data: undefined,
            enhanced: true,
          })
        : textInputTemplate({
            name: question.name,
            label: { ...label, classes: 'council-label--l' },
            hint,
            value: typeof answer === 'string' ? answer : undefined,
            type: 'email',
            autocomplete: 'email',
            spellcheck: false,
            errorMessage: message === undefined ? undefined : { text: message },
            lang: language,
          });
    return html`<form data-step=${step.id} novalidate>
      <p class="council-caption">${inLanguage(fund.name, language)}</p>
      ${field} ${buttonTemplate({ text: say('continue', language) })}
    </form>`;
  }

  #check(steps: readonly Step[], setUp: PaymentSetUp): TemplateResult {
    const { language } = this;
    const intention = intentionOf(this.#answers, setUp);
    const { fund } = setUp;
    const amount = pounds(intention?.amount ?? 0);
    const journey = paymentJourney(setUp);
    return html`<h1 class="council-heading-l">${inLanguage(journey.check.title, language)}</h1>
      <form data-step=${checkPlace} novalidate>
        ${summaryListTemplate({
          lang: language,
          rows: [
            { key: { text: say('what', language) }, value: { text: inLanguage(fund.name, language) } },
            ...(setUp.reference === undefined
              ? []
              : [
                  {
                    key: { text: inLanguage(fund.reference.name, language) },
                    value: { text: html`<span translate="no">${setUp.reference}</span>` },
                  },
                ]),
            ...(fund.price === undefined ? [] : [{ key: { text: say('amount', language) }, value: { text: amount } }]),
            ...steps.map((step) => this.#row(step)),
          ],
        })}
        <p class="council-body">${inLanguage(journey.check.declaration ?? journey.title, language)}</p>
        ${buttonTemplate({ text: say(this.busy ? 'going' : 'pay-button', language, { amount }), preventDoubleClick: true })}
        <p class="council-visually-hidden" role="status">${this.busy ? say('going', language) : ''}</p>
      </form>`;
  }

  #row(step: Step): Parameters<typeof summaryListTemplate>[0]['rows'][number] {
    const { language } = this;
    const question = step.contents[0] as Question;
    const answer = this.#answers[question.name];
    const key = inLanguage(question.summaryLabel ?? question.label, language);
    const value =
      question.kind === 'special' && answer
        ? this.#kind(question.special)?.summary(answer as Record<string, unknown>, { question, answers: this.#answers, language })
        : typeof answer === 'string' && answer !== ''
          ? answer
          : say('none', language);
    return {
      key: { text: key },
      value: { text: value },
      actions: {
        items: [{ text: say('change', language), href: this.#places.href(step.id), visuallyHiddenText: key.toLocaleLowerCase(language) }],
      },
    };
  }

  #clicked(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const [target] = event.composedPath();
    const link = target instanceof Element ? target.closest('a') : null;
    const place = link ? this.#places.placeOf(link) : undefined;
    if (place !== undefined) {
      event.preventDefault();
      this.#changing = place !== checkPlace && this.place === checkPlace;
      this.#go(place);
      return;
    }
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[name="act"]') : null;
    if (button?.value === 'again') void this.#setUp.run();
    else if (button?.value === 'pay') void this.#begin();
    else if (button?.value === 'once-more') void this.#begin({ again: true });
  }

  #go(place: string): void {
    this.obstacle = undefined;
    this.errors = [];
    this.place = place;
    this.#places.push(place);
    this.#outcome.pressed();
  }

  #travelled(): void {
    const place = this.#places.current;
    if (place === this.place && !this.obstacle) return;
    this.obstacle = undefined;
    this.errors = [];
    this.place = place;
    this.#outcome.pressed();
  }

  #submitted(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const setUp = this.#setUp.value;
    const steps = setUp ? (paymentJourney(setUp).steps as readonly Step[]) : [];
    const index = steps.findIndex(({ id }) => id === form.dataset['step']);
    const question = steps[index]?.contents[0] as Question | undefined;
    if (!question) {
      void this.#begin();
      return;
    }
    this.place = steps[index]?.id;
    this.#keep(question, new FormData(form));
    this.errors = this.#faults(question);
    if (this.errors.length > 0) {
      this.#outcome.pressed();
      return;
    }
    const next = this.#changing ? checkPlace : (steps[index + 1]?.id ?? checkPlace);
    this.#changing = false;
    this.#go(next);
  }

  /** Keeps what was typed, right or wrong. */
  #keep(question: Question, form: FormData): void {
    const { name } = question;
    const kind = question.kind === 'special' ? this.#kind(question.special) : undefined;
    const answer = question.kind === 'special' ? kind?.parse(form, question) : String(form.get(name) ?? '').trim();
    this.#answers = { ...this.#answers, [name]: answer };
  }

  /** What is wrong with an answer: by the definition's rules, then by the question's own. */
  #faults(question: Question): readonly FieldError[] {
    const { language } = this;
    const { name } = question;
    const answer = this.#answers[name];
    const broken = (rule: string): readonly FieldError[] => {
      const found = question.rules?.find((each) => each.rule === rule);
      return found ? [{ field: name, message: inLanguage(found.message, language) }] : [];
    };
    if (answer === undefined) return broken('required');
    if (question.kind !== 'special') return answer !== '' && !isEmail(String(answer)) ? broken('email') : [];
    const check = this.#kind(question.special)?.check;
    // Of these kinds none asks the gateway: what is wrong is known at once.
    return (check?.(answer as Record<string, unknown>, { question, answers: this.#answers, language }) ?? []) as readonly FieldError[];
  }

  /** Sends the intention. Pressed twice it is sent once; sent twice it is the same payment. */
  async #begin({ again = false } = {}): Promise<void> {
    const setUp = this.#setUp.value;
    const intention = setUp && intentionOf(this.#answers, setUp);
    if (!intention || this.busy) return;
    this.busy = true;
    const returnUrl = this.returnPage ? new URL(this.returnPage, location.href).href : undefined;
    const body = { ...intention, ...(returnUrl ? { returnUrl } : {}), ...(again ? { again } : {}) };
    const written = JSON.stringify(body);
    if (this.#sent?.intention !== written) this.#sent = { intention: written, key: newKey() };
    const { language } = this;
    const outcome = await requestGateway(gatewayUrl(this.gateway, '/payments'), {
      schema: paymentSchema,
      body,
      language,
      idempotencyKey: this.#sent.key,
    });
    if (outcome.kind === 'answer') {
      const { id, next } = outcome.value;
      const href = safeUrl(next?.href) ?? this.#statusUrl(id);
      this.obstacle = undefined;
      if (!this.dispatchEvent(new PaymentBegunEvent(id, href))) this.busy = false;
      else location.assign(href);
      return;
    }
    this.busy = false;
    this.#outcome.pressed();
    if (outcome.kind === 'unreachable') {
      this.obstacle = { kind: 'not-begun' };
      return;
    }
    const { status, code, errors = [], title, detail } = outcome.problem;
    const message = [title, detail].filter(Boolean).join('. ');
    if (code === paymentProblems.paidAlready) this.obstacle = { kind: 'paid-already', message };
    else if (errors.length > 0) this.#tell(errors);
    else if (status >= 500 || status === 429 || status === 408) this.obstacle = { kind: 'not-begun' };
    else {
      // Whatever was sent under this key, it was not this.
      if (status === 409) this.#sent = undefined;
      this.obstacle = status === 409 ? { kind: 'not-begun' } : { kind: 'refused', message };
    }
  }

  /** Errors that the gateway found, at the question they belong to. */
  #tell(errors: readonly FieldError[]): void {
    const [first] = errors;
    this.place = first?.field === 'amount' ? 'amount' : first?.field;
    this.#changing = true;
    this.errors = errors.map((error) => ({ ...error, field: questionOfField(error.field) }));
    if (this.place) this.#places.push(this.place);
  }

  #statusUrl(id: string): string {
    if (!this.returnPage) return gatewayUrl(this.gateway, `/payments/${id}/return`);
    const url = new URL(this.returnPage, location.href);
    url.searchParams.set('payment', id);
    return url.href;
  }
}

/** Not `randomUUID`, which pages without https do not have: councils try things out on such. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

declare global {
  interface HTMLElementTagNameMap {
    'council-payment': CouncilPayment;
  }
}
