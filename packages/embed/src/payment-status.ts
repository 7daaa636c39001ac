import '@council-kit/payments/define/payment-status.js';
import { mount } from './mount.ts';

mount('council-payment-status');
