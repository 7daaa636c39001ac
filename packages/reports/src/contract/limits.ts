import type { TextUnit } from '@council-kit/core';

/**
 * The most characters of a description, which is what GeoReport v2 allows (https://wiki.open311.org/GeoReport_v2/#post-service-request). The servers
 * that count them count code points, so the form does too: what it takes arrives.
 */
export const descriptionLimit = 4000;
/** See {@link descriptionLimit}. */
export const descriptionUnit: TextUnit = 'code-points';
/** The most characters of a council's update, which other Open311 servers read as a description. */
export const updateLimit = descriptionLimit;
/** See {@link updateLimit}. */
export const updateUnit: TextUnit = descriptionUnit;
/** The most characters of a place in words, as people count them. */
export const addressLimit = 500;
/** The most photos of one report. */
export const photoLimit = 5;
/** The most bytes of one photo: 15 MB. */
export const photoSizeLimit = 15_000_000;
/** The most pixels of one photo: 50 megapixels. */
export const photoPixelLimit = 50_000_000;

/** What residents may look for nearby, in metres. */
export const nearbyRadius = { default: 100, max: 1000 };
