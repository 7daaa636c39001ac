/** Where we mean something else than GOV.UK Frontend, on purpose. */
export interface Deviation {
  /** GOV.UK Frontend's name of the component, or several. */
  component: string | readonly string[];
  /** Only in fixtures whose name matches. */
  fixture?: RegExp;
  /** Why we differ. */
  reason: string;
  /** The differing lines: `- ` begins what theirs says, `+ ` what ours says. */
  lines: readonly RegExp[];
}

export const deviations: readonly Deviation[] = [
  {
    component: 'radios',
    fixture: /^with error message( and idPrefix)?$/,
    reason: 'Without a fieldset to describe, theirs tells the error to nobody; ours describes each radio with it.',
    lines: [/^- form › radio “(Yes|No)”$/, /^\+ form › radio “(Yes|No)” described “Error: /],
  },
  {
    component: ['radios', 'checkboxes'],
    fixture: /^with falsy (items|values)$/,
    reason: 'Theirs counts items that are left out in the ids of those that follow; ours numbers what is there.',
    lines: [/^[-+] (<input> id=|<label> for=)“example-name-\d”/],
  },
  {
    component: 'label',
    reason: 'A label of ours always names its control; these fixtures name none.',
    lines: [/^\+ <label> for=“”$/],
  },
  {
    component: 'pagination',
    fixture: /^with prev and next only and/,
    reason: 'Theirs is read with a space before the colon.',
    lines: [/^[-+] navigation › link “(Previous|Next) page ?: /],
  },
];

/** Components of GOV.UK Frontend that we do not have, and why. */
export const notOurs: Readonly<Record<string, string>> = {
  accordion: 'Not needed by a service yet.',
  breadcrumbs: 'Not needed by a service yet: the demo council’s pages are one step from its home page.',
  'cookie-banner': 'Nothing of ours sets a cookie that needs consent.',
  'exit-this-page': 'For services that residents in danger use; none of ours yet.',
  feedback: 'Not needed by a service yet.',
  footer: 'GOV.UK’s own brand: Crown copyright and licence. Councils have their own.',
  'generic-header': 'The council’s own header has the council’s options.',
  header: 'GOV.UK’s own brand: councils may not use it.',
  'password-input': 'No service here has passwords.',
  'service-navigation': 'Not needed by a service yet.',
  table: 'Not needed by a service yet.',
  tabs: 'Not needed by a service yet.',
  'task-list': 'Not needed by a service yet.',
};

/** Fixtures that leave out what our types ask for, or give what they refuse: there is nothing to compare. */
export const notAsked: readonly { component: string; fixture: RegExp; reason: string }[] = [
  {
    component: 'date-input',
    fixture: /^(day and month|month and year)$/,
    reason: 'A part is left out by naming the others in `items`; `day: false` is a second way to say that.',
  },
  {
    component: 'date-input',
    fixture: /^with field value and items$/,
    reason: 'With `items` a value stands in its item or in `values`, not in an option that the items replace.',
  },
  { component: 'phase-banner', fixture: /^(classes|text|html as text)$/, reason: 'A phase banner of ours always names its phase.' },
  { component: 'select', fixture: /^with falsy items$/, reason: 'A select’s items are options, every one.' },
  { component: 'pagination', fixture: /^with empty items$/, reason: 'An item of ours is a page or an ellipsis; it is never empty.' },
  { component: 'select', fixture: /^hint$/, reason: 'A select of ours always has items.' },
];
