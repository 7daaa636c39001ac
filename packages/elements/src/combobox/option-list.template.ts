import { html, nothing, type TemplateResult } from 'lit';
import type { ComboboxItem } from './option-index.ts';

/** Options in sight. Those that are not rendered yet count in `total`. */
export interface OptionListView {
  readonly id: string;
  readonly items: readonly ComboboxItem[];
  readonly total: number;
  /** The option that Enter would choose; -1 for none. */
  readonly active: number;
}

function optionTemplate({ id, total, active }: OptionListView, text: string, index: number): TemplateResult {
  return html`<div
    class="council-combobox-option"
    role="option"
    id=${`${id}-${String(index)}`}
    aria-selected=${index === active ? 'true' : 'false'}
    aria-posinset=${index + 1}
    aria-setsize=${total}
  >
    ${text}
  </div>`;
}

/** The options of a combobox, those of a group under its heading. */
export function optionListTemplate(view: OptionListView): TemplateResult {
  const { id, items } = view;
  const groups: { heading: string | undefined; options: TemplateResult[] }[] = [];
  items.forEach(({ text, group }, index) => {
    const last = groups.at(-1);
    const option = optionTemplate(view, text, index);
    if (last && last.heading === group) last.options.push(option);
    else groups.push({ heading: group, options: [option] });
  });
  return html`${groups.map(({ heading, options }, index) =>
    heading === undefined
      ? options
      : html`<div class="council-combobox-group" role="group" aria-labelledby=${`${id}-group-${String(index)}`}>
          <div class="council-combobox-heading" id=${`${id}-group-${String(index)}`} role="presentation">${heading}</div>
          ${options}
        </div>`,
  )}${items.length < view.total ? html`<div class="council-combobox-more" role="presentation" aria-hidden="true">…</div>` : nothing}`;
}
