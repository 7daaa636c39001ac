import '@council-kit/elements/define.js';
import '@council-kit/reports/define/report-status.js';
