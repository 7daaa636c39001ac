import { define } from '@council-kit/core';
import { CouncilDateInput } from '../date-input/date-input.ts';

define('council-date-input', CouncilDateInput);
