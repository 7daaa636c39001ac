/** The questions after the first, the check, what may stand in the way, and sending: what the widget runs once it has been fetched. */
import { cleanIdentifier, errorFor, inLanguage, newKey, safeUrl, type FieldError } from '@council-kit/core';
import { backLinkTemplate, buttonTemplate, errorSummaryTemplate, textInputTemplate } from '@council-kit/elements/templates.js';
import { isEmail, outcomeOf, type Answer, type Question, type SpecialKind, type Step } from '@council-kit/journeys';
import { contactTemplate } from '@council-kit/journeys/contact.js';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { gatewayUrl } from '../gateway/gateway-url.ts';
import { PressOutcome } from '../page/press-outcome.ts';
import { asMessage } from './field-parts.ts';
import { intentionOf, paymentSpecials, questionOfField } from './payment-answers.ts';
import { checkTemplate, obstacleTemplate, type Obstacle } from './payment-check.template.ts';
import { PaymentBegunEvent } from './payment-events.ts';
import { paymentJourney, type PaymentSetUp } from './payment.journey.ts';
import { paymentMessages } from './payment.messages.ts';
import { PaymentPlaces } from './payment-places.ts';
import type { CouncilPayment } from './payment.ts';
import { sendIntention } from './send-intention.ts';

const checkPlace = 'check';
const say = paymentMessages.say;

/** One resident's way from the answer to the first question to GOV.UK Pay. */
export class PaymentFlow {
  readonly #host: CouncilPayment;
  readonly #setUp: PaymentSetUp;
  readonly #steps: readonly Step[];
  readonly #specials: Readonly<Record<string, SpecialKind>>;
  readonly #places: PaymentPlaces;
  readonly #outcome: PressOutcome;
  readonly #language: () => string;
  #answers: Record<string, Answer | undefined> = {};
  #errors: readonly FieldError[] = [];
  #place: string | undefined;
  #obstacle: Obstacle | undefined;
  #progress: 'busy' | 'stopped' | undefined;
  /** Calls the request off that is on its way. */
  #sending: AbortController | undefined;
  #changing = false;
  /** What is sent under one key. Another intention has another. */
  #sent: { readonly intention: string; readonly key: string } | undefined;

  constructor(host: CouncilPayment, setUp: PaymentSetUp, language: () => string) {
    this.#host = host;
    this.#setUp = setUp;
    this.#language = language;
    this.#steps = paymentJourney(setUp).steps as readonly Step[];
    this.#specials = paymentSpecials(setUp);
    this.#places = new PaymentPlaces(`pay-${setUp.fund.id}`, host.history !== 'none' && window.parent === window);
    this.#outcome = new PressOutcome(host);
  }

  /** Back from GOV.UK Pay to a page that the browser kept: it can be pressed again, for the same payment. */
  shownAgain(): void {
    this.#progress = undefined;
    this.#host.requestUpdate();
  }

  /** It takes too long, or something else is wanted meanwhile. What was sent already is found by the next press, which sends the same key. */
  #stop(): void {
    if (this.#progress !== 'busy') return;
    this.#sending?.abort();
    this.#progress = 'stopped';
    this.#outcome.pressed();
  }

  /** Another bill, another way. */
  leave(): void {
    this.#sending?.abort();
    this.#outcome.leave();
  }

  /** The page that is to be seen now. */
  render(): TemplateResult {
    const language = this.#language();
    const setUp = this.#setUp;
    const steps = this.#steps;
    const intention = intentionOf(this.#answers, setUp);
    const contact = contactTemplate(setUp.contact, language, say('contact', language));
    if (this.#obstacle && intention)
      return html`${backLinkTemplate({ href: this.#places.href(checkPlace), lang: language })}
      ${obstacleTemplate(this.#obstacle, intention, say('again', language), language)}${contact}`;
    const at = steps.findIndex(({ id }) => id === this.#place);
    const unanswered = steps.findIndex((step) => !this.#answered(step));
    // Nobody gets to a page before the questions in front of it are answered.
    const reached = unanswered === -1 ? steps.length : unanswered;
    const index = this.#place === undefined ? 0 : Math.min(this.#place === checkPlace ? steps.length : Math.max(at, 0), reached);
    const step = steps[index];
    const back = steps[index - 1];
    const backLink = back && backLinkTemplate({ href: this.#places.href(this.#changing ? checkPlace : back.id), lang: language });
    const page = step
      ? html`${this.#summary(step)}${this.#question(step)}`
      : checkTemplate(this.#answers, setUp, { language, progress: this.#progress, href: (id) => this.#places.href(id) });
    return html`${keyed(step?.id ?? checkPlace, html`${backLink ?? nothing}${page}`)}${contact}`;
  }

  #answered({ contents: [question] }: Step): boolean {
    return (
      question !== undefined && question.kind !== 'information' && question.name in this.#answers && this.#faults(question).length === 0
    );
  }

  #summary({ contents }: Step): TemplateResult | typeof nothing {
    if (this.#errors.length === 0) return nothing;
    const question = contents[0] as Question;
    const id = (field: string): string =>
      question.kind === 'special' ? (this.#specials[question.special]?.focusId?.(field, question) ?? field) : field;
    return html`<council-error-summary
      >${errorSummaryTemplate({
        errorList: this.#errors.map(({ field, message }) => ({ text: message, href: `#${id(field)}` })),
        lang: this.#language(),
      })}</council-error-summary
    >`;
  }

  #question(step: Step): TemplateResult {
    const language = this.#language();
    const errors = this.#errors;
    const question = step.contents[0] as Question;
    const answer = this.#answers[question.name];
    const label = { text: inLanguage(question.label, language), isPageHeading: true };
    const hint = question.hint && { text: inLanguage(question.hint, language) };
    const message = errorFor(errors, question.name);
    const field =
      question.kind === 'special'
        ? this.#specials[question.special]?.template({
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
            errorMessage: asMessage(message),
            lang: language,
          });
    return html`<form data-step=${step.id} novalidate>
      <p class="council-caption">${inLanguage(this.#setUp.fund.name, language)}</p>
      ${field} ${buttonTemplate({ text: say('continue', language) })}
    </form>`;
  }

  /** Links of ours are pages, buttons of ours are ways on. */
  clicked(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const [target] = event.composedPath();
    const link = target instanceof Element ? target.closest('a') : null;
    const place = link ? this.#places.placeOf(link) : undefined;
    if (place !== undefined) {
      event.preventDefault();
      this.#changing = place !== checkPlace && this.#place === checkPlace;
      this.#go(place);
      return;
    }
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[name="act"]') : null;
    if (button?.value === 'stop') this.#stop();
    else if (button?.value === 'pay') void this.#begin();
    else if (button?.value === 'once-more') void this.#begin({ again: true });
  }

  #go(place: string): void {
    this.#stop();
    this.#progress = undefined;
    this.#obstacle = undefined;
    this.#errors = [];
    this.#place = place;
    this.#places.push(place);
    this.#outcome.pressed();
  }

  /** The browser went back or forward. */
  travelled(): void {
    const place = this.#places.current;
    if (place === this.#place && !this.#obstacle) return;
    this.#stop();
    this.#progress = undefined;
    this.#obstacle = undefined;
    this.#errors = [];
    this.#place = place;
    this.#outcome.pressed();
  }

  /** A page's button. */
  submitted(form: HTMLFormElement): void {
    const index = this.#steps.findIndex(({ id }) => id === form.dataset['step']);
    const question = this.#steps[index]?.contents[0] as Question | undefined;
    if (!question) {
      void this.#begin();
      return;
    }
    this.#place = this.#steps[index]?.id;
    this.#keep(question, new FormData(form));
    this.#errors = this.#faults(question);
    if (this.#errors.length > 0) {
      this.#outcome.pressed();
      return;
    }
    const next = this.#changing ? checkPlace : (this.#steps[index + 1]?.id ?? checkPlace);
    this.#changing = false;
    this.#go(next);
  }

  /** Keeps what was typed, right or wrong. */
  #keep(question: Question, form: FormData): void {
    const { name } = question;
    const kind = question.kind === 'special' ? this.#specials[question.special] : undefined;
    const answer = question.kind === 'special' ? kind?.parse(form, question) : cleanIdentifier(String(form.get(name) ?? ''));
    this.#answers = { ...this.#answers, [name]: answer };
  }

  /** What is wrong with an answer: by the definition's rules, then by the question's own. */
  #faults(question: Question): readonly FieldError[] {
    const { name } = question;
    const answer = this.#answers[name];
    const broken = (rule: string): readonly FieldError[] => {
      const found = question.rules?.find((each) => each.rule === rule);
      return found ? [{ field: name, message: inLanguage(found.message, this.#language()) }] : [];
    };
    if (answer === undefined) return broken('required');
    if (question.kind !== 'special') return answer !== '' && !isEmail(String(answer)) ? broken('email') : [];
    const check = this.#specials[question.special]?.check;
    // Of these kinds none asks the gateway: what is wrong is known at once.
    return (check?.(answer as Record<string, unknown>, { question, answers: this.#answers, language: this.#language() }) ??
      []) as readonly FieldError[];
  }

  /** Sends the intention. Pressed twice it is sent once; sent twice it is the same payment. */
  async #begin({ again = false } = {}): Promise<void> {
    const intention = intentionOf(this.#answers, this.#setUp);
    if (!intention || this.#progress === 'busy') return;
    this.#progress = 'busy';
    if (this.#obstacle) {
      // Tried again: what is seen meanwhile is what is being paid.
      this.#obstacle = undefined;
      this.#outcome.pressed();
    }
    const { signal } = (this.#sending = new AbortController());
    this.#host.requestUpdate();
    const returnUrl = this.#returnPage?.href;
    const body = { ...intention, ...(returnUrl ? { returnUrl } : {}), ...(again ? { again } : {}) };
    const written = JSON.stringify(body);
    if (this.#sent?.intention !== written) this.#sent = { intention: written, key: newKey() };
    const outcome = await sendIntention(this.#host.gateway, body, {
      language: this.#language(),
      idempotencyKey: this.#sent.key,
      signal,
    }).catch(
      // Called off: whoever did that has said so.
      () => undefined,
    );
    if (!outcome || signal.aborted) return;
    if (outcome.kind === 'answer') {
      const { id, next } = outcome.value;
      const href = safeUrl(next?.href) ?? this.#statusUrl(id);
      if (this.#host.dispatchEvent(new PaymentBegunEvent(id, href))) location.assign(href);
      else this.shownAgain();
      return;
    }
    this.#progress = undefined;
    this.#outcome.pressed();
    if (outcome.kind === 'unreachable') {
      this.#obstacle = { kind: 'not-begun' };
      return;
    }
    const { code, title, detail = '' } = outcome.problem;
    const meant = outcomeOf(outcome.problem, { fieldOf: questionOfField });
    if (code === 'paid_already') this.#obstacle = { kind: 'paid-already', message: detail || title };
    else if (code === 'payment_being_confirmed') this.#obstacle = { kind: 'being-confirmed', title, message: detail };
    else if (meant.kind === 'errors') this.#tell(outcome.problem.errors?.[0]?.field, meant.errors);
    else if (meant.kind === 'refused') this.#obstacle = meant;
    else {
      // What was sent under this key was another intention.
      if (meant.kind === 'conflict') this.#sent = undefined;
      // Why, where it is GOV.UK Pay that does not take it: some of it is over in a minute, some of it in a day.
      this.#obstacle = {
        kind: 'not-begun',
        ...(code === 'upstream_failed' ? { message: [title, detail].filter(Boolean).join('. ') } : {}),
      };
    }
  }

  /** Errors that the gateway found, at the question they belong to. */
  #tell(place: string | undefined, errors: readonly FieldError[]): void {
    this.#place = place;
    this.#changing = true;
    this.#errors = errors;
    if (this.#place) this.#places.push(this.#place);
  }

  get #returnPage(): URL | undefined {
    const page = safeUrl(this.#host.returnPage);
    return page ? new URL(page, location.href) : undefined;
  }

  #statusUrl(id: string): string {
    const url = this.#returnPage;
    if (!url) return gatewayUrl(this.#host.gateway, `/payments/${id}/return`);
    url.searchParams.set('payment', id);
    return url.href;
  }
}
