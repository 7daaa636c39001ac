/**
 * Registers the elements that a journey's first page may need for their behaviour; the runner registers those of the further pages when it
 * fetches them. Text inputs, selects, dates and buttons are native HTML that needs no script, so their tags are not among them.
 */
import '@council-kit/elements/define/checkboxes.js';
import '@council-kit/elements/define/error-summary.js';
import '@council-kit/elements/define/radios.js';
