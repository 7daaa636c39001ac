import './define/location-map.ts';
