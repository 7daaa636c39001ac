import { define } from '@council-kit/core';
import { CouncilDetails } from '../details/details.ts';

define('council-details', CouncilDetails);
