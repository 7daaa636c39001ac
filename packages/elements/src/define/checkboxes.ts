import { define } from '@council-kit/core';
import { CouncilCheckboxes } from '../checkboxes/checkboxes.ts';

define('council-checkboxes', CouncilCheckboxes);
