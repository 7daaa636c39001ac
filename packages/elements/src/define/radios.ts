import { define } from '@council-kit/core';
import { CouncilRadios } from '../radios/radios.ts';

define('council-radios', CouncilRadios);
