import { define } from '@council-kit/core';
import { CouncilPagination } from '../pagination/pagination.ts';

define('council-pagination', CouncilPagination);
