import { define } from '@council-kit/core';
import { CouncilTextarea } from '../textarea/textarea.ts';

define('council-textarea', CouncilTextarea);
