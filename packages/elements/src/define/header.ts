import { define } from '@council-kit/core';
import { CouncilHeader } from '../header/header.ts';

define('council-header', CouncilHeader);
