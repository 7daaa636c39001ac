import { define } from '@council-kit/core';
import '@council-kit/elements/define/error-summary.js';
import { CouncilReportStatus } from '../report-status/report-status.ts';

define('council-report-status', CouncilReportStatus);
