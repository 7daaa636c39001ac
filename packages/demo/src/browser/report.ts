import '@council-kit/reports/define/report-issue.js';
