import '@council-kit/reports/define/report-issue.js';
import '@council-kit/reports/define/report-status.js';
import { mount } from './mount.ts';

// A module script runs when the document has been parsed, so every place is there.
mount('report-issue');
mount('report-status');
