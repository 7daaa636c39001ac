import { define } from '@council-kit/core';
import '@council-kit/journeys/define-elements.js';
import { CouncilReportIssue } from '../report-issue/report-issue.ts';

define('council-report-issue', CouncilReportIssue);
