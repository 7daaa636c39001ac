import { define } from '@council-kit/core';
import { CouncilJourney } from './browser/council-journey.ts';
import './define-elements.ts';

define('council-journey', CouncilJourney);
