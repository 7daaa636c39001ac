import { nothing, type TemplateResult } from 'lit';
import { contactTemplate } from './contact.template.ts';
import type { PageView } from './view.ts';

/** How to reach the council, below a page that asks: where the definition gives that a heading of its own. */
export function contactBelow({ journey: { contact }, language }: Pick<PageView, 'journey' | 'language'>): TemplateResult | typeof nothing {
  return contact?.heading ? contactTemplate(contact, language, '') : nothing;
}
