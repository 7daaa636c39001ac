import { define } from '@council-kit/core';
import '@council-kit/elements/define/details.js';
import '@council-kit/journeys/define-elements.js';
import { CouncilDirectDebit } from '../direct-debit/direct-debit.ts';

define('council-direct-debit', CouncilDirectDebit);
