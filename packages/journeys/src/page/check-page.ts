import { inLanguage } from '@council-kit/core';
import { summaryListTemplate, type SummaryListRow } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import { backAddress, checkAddress } from '../engine/progress.ts';
import type { StepPage, Walk } from '../engine/walk.ts';
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

/** Everything asked and answered, before anything is sent. */
export function checkPageTemplate(walk: Walk, view: PageView): JourneyPage {
  const { language, journey } = view;
  const { check } = journey;
  const title = inLanguage(check.title, language);
  const lists: TemplateResult[] = [];
  let open: SummaryListRow[] = [];
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
  return {
    title,
    back: back === undefined ? undefined : view.href(back),
    body: html`${aboveTemplate(view, () => undefined)}${formTemplate(view, content, inLanguage(check.button, language))}`,
  };
}
