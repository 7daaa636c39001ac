/**
 * Registers the elements that a journey's pages need for their behaviour. Text inputs, selects, dates and buttons are native HTML that
 * needs no script, so their tags are not among them.
 */
import '@council-kit/elements/define/checkboxes.js';
import '@council-kit/elements/define/error-summary.js';
import '@council-kit/elements/define/file-upload.js';
import '@council-kit/elements/define/panel.js';
import '@council-kit/elements/define/radios.js';
import '@council-kit/elements/define/textarea.js';
