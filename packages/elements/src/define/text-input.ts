import { define } from '@council-kit/core';
import { CouncilTextInput } from '../text-input/text-input.ts';

define('council-text-input', CouncilTextInput);
