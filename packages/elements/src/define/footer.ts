import { define } from '@council-kit/core';
import { CouncilFooter } from '../footer/footer.ts';

define('council-footer', CouncilFooter);
