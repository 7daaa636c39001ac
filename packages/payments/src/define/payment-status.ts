import { define } from '@council-kit/core';
import '@council-kit/elements/define/panel.js';
import { CouncilPaymentStatus } from '../payment-status/payment-status.ts';

define('council-payment-status', CouncilPaymentStatus);
