import { define } from '@council-kit/core';
import '@council-kit/elements/define/button.js';
import '@council-kit/elements/define/checkboxes.js';
import '@council-kit/elements/define/date-input.js';
import '@council-kit/elements/define/error-summary.js';
import '@council-kit/elements/define/file-upload.js';
import '@council-kit/elements/define/panel.js';
import '@council-kit/elements/define/radios.js';
import '@council-kit/elements/define/text-input.js';
import '@council-kit/elements/define/textarea.js';
import { CouncilReportIssue } from '../report-issue/report-issue.ts';
import { CouncilReportPlace } from '../report-issue/special/council-report-place.ts';

define('council-report-place', CouncilReportPlace);
define('council-report-issue', CouncilReportIssue);
