import './define/report-issue.ts';
import './define/report-status.ts';
