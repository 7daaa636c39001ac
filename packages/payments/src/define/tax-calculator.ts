import { define } from '@council-kit/core';
import '@council-kit/elements/define/details.js';
import '@council-kit/elements/define/error-summary.js';
import { CouncilTaxCalculator } from '../tax-calculator/tax-calculator.ts';

define('council-tax-calculator', CouncilTaxCalculator);
