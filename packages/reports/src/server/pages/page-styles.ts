import { PageStyles } from '@council-kit/gateway';
import { reportIssueStyles } from '../../report-issue/report-issue.styles.ts';
import { reportStatusStyles } from '../../report-status/report-status.styles.ts';
import { staffStyles } from '../staff/staff.styles.ts';

/** What the pages of reports need beside the elements' style sheet: residents' and staff's. */
export const pageStyles = new PageStyles('/report.css', reportIssueStyles, reportStatusStyles, staffStyles);
