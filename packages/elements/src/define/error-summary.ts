import { define } from '@council-kit/core';
import { CouncilErrorSummary } from '../error-summary/error-summary.ts';

define('council-error-summary', CouncilErrorSummary);
