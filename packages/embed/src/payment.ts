import '@council-kit/payments/define/payment.js';
import { mount } from './mount.ts';

mount('council-payment');
