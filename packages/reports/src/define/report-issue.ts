import { define } from '@council-kit/core';
import '@council-kit/journeys/define-elements.js';
import { CouncilReportIssue } from '../report-issue/report-issue.ts';
import { CouncilReportPlace } from '../report-issue/special/council-report-place.ts';

define('council-report-place', CouncilReportPlace);
define('council-report-issue', CouncilReportIssue);
