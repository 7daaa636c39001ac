import { inLanguage } from '@council-kit/core';
import { buttonTemplate, summaryListTemplate, type Content, type SummaryListRow } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import { backAddress, checkAddress } from '../engine/addresses.ts';
import type { StepPage, Walk } from '../engine/walk.ts';
import { formFields } from '../engine/form-fields.ts';
import type { KnownFact } from '../definition.ts';
import { contactBelow } from './contact-below.ts';
import { furtherMessages } from './further.messages.ts';
import { aboveTemplate, formTemplate } from './form.template.ts';
import { answerSummary } from './summary.ts';
import type { JourneyPage, PageView } from './view.ts';

function rows(page: StepPage, view: PageView): SummaryListRow[] {
  const { language } = view;
  return page.questions.map((question) => {
    const key = inLanguage(question.summaryLabel ?? question.label, language);
    return {
      key: { text: key },
      value: { text: answerSummary(question, page.answers, view) },
      actions: {
        items: [
          {
            text: furtherMessages.say('change', language),
            href: view.href(page.address, true),
            visuallyHiddenText: key.toLocaleLowerCase(language),
          },
        ],
      },
    };
  });
}

function knownRow({ label, value, verbatim }: KnownFact, language: string): SummaryListRow {
  const text = inLanguage(value, language);
  return {
    key: { text: inLanguage(label, language) },
    value: { text: verbatim ? html`<span translate="no">${text}</span>` : text },
  };
}

/** What follows the button where sending can be stopped: the button that does, and what a screen reader hears of it. */
function sendingTemplate({ journey, sending, language, enhanced }: PageView): Content | typeof nothing {
  const said = journey.check.sending;
  // Without scripts the browser says that it is loading, and stops it.
  if (!said || !enhanced) return nothing;
  const underWay = sending === 'under-way';
  return html`${
      underWay
        ? buttonTemplate({
            text: inLanguage(said.stop, language),
            name: formFields.action,
            value: 'stop',
            classes: 'council-button--secondary',
          })
        : nothing
    }
    <p class=${sending === 'stopped' ? 'council-body' : 'council-visually-hidden'} role="status">
      ${underWay ? inLanguage(said.text, language) : sending === 'stopped' ? inLanguage(said.stopped, language) : ''}
    </p>`;
}

/** Everything asked and answered, before anything is sent. */
export function checkPageTemplate(walk: Walk, view: PageView): JourneyPage {
  const { language, journey } = view;
  const { check } = journey;
  const title = inLanguage(check.title, language);
  const lists: TemplateResult[] = [];
  let open: SummaryListRow[] = (check.known ?? []).map((fact) => knownRow(fact, language));
  const close = (card?: string): void => {
    if (open.length > 0)
      lists.push(summaryListTemplate({ rows: open, card: card === undefined ? undefined : { title: { text: card } }, lang: language }));
    open = [];
  };
  let entry: StepPage['entry'];
  const entryTitle = (): string | undefined =>
    entry && furtherMessages.say('entry', language, { title: inLanguage(entry.section.title, language), number: entry.index + 1 });
  for (const page of walk.pages) {
    if (page.kind !== 'step') continue;
    if (page.entry?.section !== entry?.section || page.entry?.index !== entry?.index) close(entryTitle());
    entry = page.entry;
    open.push(...rows(page, view));
  }
  close(entryTitle());
  const content = html`<h1 class="council-heading-l">${title}</h1>
    ${lists} ${check.declaration ? html`<p class="council-body">${inLanguage(check.declaration, language)}</p>` : nothing}`;
  const back = backAddress(walk, checkAddress);
  const button = inLanguage(view.sending === 'under-way' && check.sending ? check.sending.text : check.button, language);
  return {
    title,
    back: back === undefined ? undefined : view.href(back),
    body: html`${aboveTemplate(view, () => undefined)}${formTemplate(view, content, button, [], sendingTemplate(view))}${contactBelow(view)}`,
  };
}
