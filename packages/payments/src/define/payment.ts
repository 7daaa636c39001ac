import { define } from '@council-kit/core';
import '@council-kit/elements/define/error-summary.js';
import { CouncilPayment } from '../payment/payment.ts';

define('council-payment', CouncilPayment);
