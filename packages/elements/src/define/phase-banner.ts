import { define } from '@council-kit/core';
import { CouncilPhaseBanner } from '../phase-banner/phase-banner.ts';

define('council-phase-banner', CouncilPhaseBanner);
