import { define } from '@council-kit/core';
import { CouncilSummaryList } from '../summary-list/summary-list.ts';

define('council-summary-list', CouncilSummaryList);
