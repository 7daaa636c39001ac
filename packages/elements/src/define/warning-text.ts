import { define } from '@council-kit/core';
import { CouncilWarningText } from '../warning-text/warning-text.ts';

define('council-warning-text', CouncilWarningText);
