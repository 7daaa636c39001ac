import '@council-kit/reports/define/report-issue.js';
import type {} from '@council-kit/reports';
import { mount } from './mount.ts';

// A module script runs when the document has been parsed, so every place is there.
mount('council-report-issue');
// A file of its own: whoever reports does not wait for what follows reports.
void import('@council-kit/reports/define/report-status.js').then(() => mount('council-report-status'));
