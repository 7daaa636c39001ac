import { html, type TemplateResult } from 'lit';
import '../define/summary-list.ts';
import { summaryListTemplate, type SummaryListAction, type SummaryListRow } from './summary-list.template.ts';

const change = (subject: string): SummaryListAction => ({ text: 'Change', href: '/change', visuallyHiddenText: subject });
const rows: SummaryListRow[] = [
  { key: { text: 'What is it?' }, value: { text: 'Fly-tipping' }, actions: { items: [change('what it is')] } },
  {
    key: { text: 'Where is it?' },
    value: { text: 'Opposite 12 Mill Lane\nBy the bus stop' },
    actions: { items: [change('where it is'), { text: 'Show on a map', href: '/map' }] },
  },
  { key: { text: 'Reported on' }, value: { text: '23 November 2026' } },
];

export default { title: 'Elements/Summary list', component: 'council-summary-list' };

export const Default = {
  render: (): TemplateResult => html`<council-summary-list .rows=${rows}></council-summary-list>`,
};

export const FromJson = {
  render: (): TemplateResult =>
    html`<council-summary-list rows='[{"key":{"text":"Reference"},"value":{"text":"FT-7K2M-9QX4"}}]'></council-summary-list>`,
};

export const WithoutActions = {
  render: (): TemplateResult => html`<council-summary-list .rows=${rows.map(({ key, value }) => ({ key, value }))}></council-summary-list>`,
};

export const WithoutLines = {
  render: (): TemplateResult => html`${summaryListTemplate({ rows, classes: 'council-summary-list--no-border' })}`,
};

export const MissingAnswer = {
  render: (): TemplateResult =>
    html`<council-summary-list
      .rows=${[...rows, { key: { text: 'Photos' }, value: { text: html`<a class="council-link" href="/photos">Add a photo</a>` } }]}
    ></council-summary-list>`,
};

export const LongWords = {
  render: (): TemplateResult =>
    html`<council-summary-list
      .rows=${[{ key: { text: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch' }, value: { text: 'a.very.long.address.without.a.break@a-council-with-a-long-name.example.org' }, actions: { items: [change('e-mail address')] } }]}
    ></council-summary-list>`,
};

export const Card = {
  render: (): TemplateResult =>
    html`<council-summary-list
      card-title="Photo 1"
      .rows=${rows}
      .cardActions=${[{ text: 'Remove', href: '/remove' }]}
    ></council-summary-list>`,
};

export const CardWithSeveralActions = {
  render: (): TemplateResult =>
    html`<council-summary-list
      card-title="Photo 1"
      card-heading-level="3"
      .rows=${rows}
      .cardActions=${[
        { text: 'Replace', href: '/replace' },
        { text: 'Remove', href: '/remove' },
      ]}
    ></council-summary-list>`,
};

export const Enhancing = {
  render: (): TemplateResult => html`<council-summary-list>${summaryListTemplate({ rows })}</council-summary-list>`,
};
