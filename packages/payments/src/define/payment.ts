import { define } from '@council-kit/core';
import { CouncilPayment } from '../payment/payment.ts';

define('council-payment', CouncilPayment);
