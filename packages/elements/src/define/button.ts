import { define } from '@council-kit/core';
import { CouncilButton } from '../button/button.ts';

define('council-button', CouncilButton);
