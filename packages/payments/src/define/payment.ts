import { define } from '@council-kit/core';
import '@council-kit/elements/define/details.js';
import '@council-kit/journeys/define-elements.js';
import { CouncilPayment } from '../payment/payment.ts';

define('council-payment', CouncilPayment);
