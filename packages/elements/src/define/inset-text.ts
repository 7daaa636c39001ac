import { define } from '@council-kit/core';
import { CouncilInsetText } from '../inset-text/inset-text.ts';

define('council-inset-text', CouncilInsetText);
