/** The most characters of a description: Open311's own limit. */
export const descriptionLimit = 4000;
/** The most characters of a place in words. */
export const addressLimit = 500;
/** The most photos of one report. */
export const photoLimit = 5;
/** The most bytes of one photo: 15 MB. */
export const photoSizeLimit = 15_000_000;
/** The most pixels of one photo: 50 megapixels. */
export const photoPixelLimit = 50_000_000;

/** What residents may look for nearby, in metres. */
export const nearbyRadius = { default: 100, max: 1000 };
