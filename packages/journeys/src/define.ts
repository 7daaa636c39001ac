import { define } from '@council-kit/core';
import '@council-kit/elements/define/button.js';
import '@council-kit/elements/define/checkboxes.js';
import '@council-kit/elements/define/date-input.js';
import '@council-kit/elements/define/error-summary.js';
import '@council-kit/elements/define/file-upload.js';
import '@council-kit/elements/define/panel.js';
import '@council-kit/elements/define/radios.js';
import '@council-kit/elements/define/select.js';
import '@council-kit/elements/define/text-input.js';
import '@council-kit/elements/define/textarea.js';
import { CouncilJourney } from './browser/council-journey.ts';

define('council-journey', CouncilJourney);
