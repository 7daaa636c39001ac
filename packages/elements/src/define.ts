import './define/text-input.ts';
import './define/button.ts';
import './define/checkboxes.ts';
import './define/error-summary.ts';
import './define/radios.ts';
import './define/select.ts';
import './define/textarea.ts';
