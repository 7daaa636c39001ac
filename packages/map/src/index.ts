export { CouncilLocationMap, type DescribePlace } from './location-map/location-map.ts';
export { PlaceChangeEvent } from './location-map/place-change-event.ts';
export { locationMapMessages } from './location-map/location-map.messages.ts';
export { locationMapStyles } from './location-map/location-map.styles.ts';
export type { Position } from './position.ts';
