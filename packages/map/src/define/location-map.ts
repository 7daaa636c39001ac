import { define } from '@council-kit/core';
import { CouncilLocationMap } from '../location-map/location-map.ts';

define('council-location-map', CouncilLocationMap);
