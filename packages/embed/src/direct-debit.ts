import '@council-kit/payments/define/direct-debit.js';
import { mount } from './mount.ts';

mount('council-direct-debit');
