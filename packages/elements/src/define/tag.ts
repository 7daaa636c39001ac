import { define } from '@council-kit/core';
import { CouncilTag } from '../tag/tag.ts';

define('council-tag', CouncilTag);
