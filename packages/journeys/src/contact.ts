/** How to reach the council, for pages that run no journey: this entry brings no runner along. */
export { contactTemplate, type Contact } from './page/contact.template.ts';
