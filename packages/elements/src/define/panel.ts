import { define } from '@council-kit/core';
import { CouncilPanel } from '../panel/panel.ts';

define('council-panel', CouncilPanel);
