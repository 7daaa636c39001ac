import '@council-kit/payments/define/tax-calculator.js';
import { mount } from './mount.ts';

mount('council-tax-calculator');
