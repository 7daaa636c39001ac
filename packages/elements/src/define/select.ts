import { define } from '@council-kit/core';
import { CouncilSelect } from '../select/select.ts';

define('council-select', CouncilSelect);
