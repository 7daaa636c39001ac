import { define } from '@council-kit/core';
import '@council-kit/elements/define/details.js';
import '@council-kit/elements/define/error-summary.js';
import { CouncilTaxBill } from '../tax-bill/tax-bill.ts';

define('council-tax-bill', CouncilTaxBill);
