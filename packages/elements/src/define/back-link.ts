import { define } from '@council-kit/core';
import { CouncilBackLink } from '../back-link/back-link.ts';

define('council-back-link', CouncilBackLink);
