import { define } from '@council-kit/core';
import { CouncilSkipLink } from '../skip-link/skip-link.ts';

define('council-skip-link', CouncilSkipLink);
