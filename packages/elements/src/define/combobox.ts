import { define } from '@council-kit/core';
import { CouncilCombobox } from '../combobox/combobox.ts';

define('council-combobox', CouncilCombobox);
