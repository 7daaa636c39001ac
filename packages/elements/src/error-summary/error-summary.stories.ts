import { html, type TemplateResult } from 'lit';
import '../define/error-summary.ts';
import '../define/text-input.ts';
import { errorSummaryTemplate } from './error-summary.template.ts';

export default { title: 'Elements/Error summary', component: 'council-error-summary' };

const errors = [
  { field: 'summary-name', message: 'Enter your full name' },
  { field: 'summary-email', message: 'Enter an email address in the correct format, like name@example.com' },
];
const fields = html`
  <council-text-input label="Full name" name="summary-name" error-message="Enter your full name"></council-text-input>
  <council-text-input
    label="Email address"
    name="summary-email"
    error-message="Enter an email address in the correct format, like name@example.com"
  ></council-text-input>
`;

export const Default = {
  render: (): TemplateResult => html`<council-error-summary disable-auto-focus .errors=${errors}></council-error-summary>${fields}`,
};

export const WithDescription = {
  render: (): TemplateResult =>
    html`<council-error-summary
        disable-auto-focus
        title-text="The report was not sent"
        description-text="Nothing you wrote is lost. Put these right and send it again."
        .errors=${errors}
      ></council-error-summary>
      ${fields}`,
};

export const Enhancing = {
  render: (_args: unknown, { globals }: { globals: { locale: string } }): TemplateResult =>
    html`<council-error-summary>
        ${errorSummaryTemplate({
          errorList: errors.map(({ field, message }) => ({ href: `#${field}`, text: message })),
          disableAutoFocus: true,
          lang: globals.locale,
        })}
      </council-error-summary>
      ${fields}`,
};
