import { html, type TemplateResult } from 'lit';
import '../define/date-input.ts';
import { dateInputTemplate } from './date-input.template.ts';

export default { title: 'Elements/Date input', component: 'council-date-input' };

export const Default = {
  render: (): TemplateResult =>
    html`<council-date-input legend="When did you see it?" hint="For example, 27 3 2026" name="seen"></council-date-input>`,
};

export const DateOfBirth = {
  render: (): TemplateResult =>
    html`<council-date-input
      legend="What is your date of birth?"
      legend-size="l"
      legend-is-page-heading
      hint="For example, 27 3 1985"
      name="birth"
      autocomplete="bday"
      value="1985-03-27"
    ></council-date-input>`,
};

export const WithError = {
  render: (): TemplateResult =>
    html`<council-date-input
      legend="When did you see it?"
      hint="For example, 27 3 2026"
      name="seen-in-error"
      error-message="Enter when you saw it"
    ></council-date-input>`,
};

export const WithErrorInOnePart = {
  render: (): TemplateResult =>
    html`<council-date-input
      legend="When did you see it?"
      name="seen-part"
      error-message="The date you saw it must include a year"
      error-parts="year"
    ></council-date-input>`,
};

export const Disabled = {
  render: (): TemplateResult =>
    html`<council-date-input legend="When did you see it?" name="seen-off" value="2026-03-27" disabled></council-date-input>`,
};

export const Enhancing = {
  render: (_args: unknown, { globals }: { globals: { locale: string } }): TemplateResult =>
    html`<council-date-input>
      ${dateInputTemplate({ id: 'written-date', namePrefix: 'written-date', fieldset: { legend: { text: 'When did you see it?' } }, lang: globals.locale })}
    </council-date-input>`,
};
