import type { Text } from '@council-kit/core';

/** Why a photo is not taken, and what to do about it. */
export const photoMessages = {
  missing: { en: 'Choose a photo', cy: 'Dewiswch lun' },
  empty: { en: 'The photo is empty. Choose it again, or take another', cy: 'Mae’r llun yn wag. Dewiswch ef eto, neu tynnwch un arall' },
  tooLarge: {
    en: 'The photo must be smaller than 15 MB. Take it again with a lower quality, or send a screenshot of it',
    cy: 'Rhaid i’r llun fod yn llai na 15 MB. Tynnwch ef eto ar ansawdd is, neu anfonwch sgrinlun ohono',
  },
  notAnImage: {
    en: 'This file is not a photo that we can read. Use a JPG, PNG, WebP, GIF or AVIF picture',
    cy: 'Nid yw’r ffeil hon yn llun y gallwn ei ddarllen. Defnyddiwch lun JPG, PNG, WebP, GIF neu AVIF',
  },
  heic: {
    en: 'This photo is in the HEIC format, which we cannot read. On an iPhone, go to Settings, Camera, Formats and choose Most Compatible, then take it again; or send a screenshot of it',
    cy: 'Mae’r llun hwn ar ffurf HEIC, na allwn ei ddarllen. Ar iPhone, ewch i Settings, Camera, Formats a dewis Most Compatible, yna tynnwch ef eto; neu anfonwch sgrinlun ohono',
  },
  tooManyPixels: {
    en: 'The photo must have fewer than 50 megapixels. Take it again with a lower resolution, or send a screenshot of it',
    cy: 'Rhaid i’r llun fod â llai na 50 megapicsel. Tynnwch ef eto ar gydraniad is, neu anfonwch sgrinlun ohono',
  },
  damaged: {
    en: 'The photo is damaged or did not arrive whole. Choose it again, or take another',
    cy: 'Mae’r llun wedi’i ddifrodi neu ni chyrhaeddodd yn gyfan. Dewiswch ef eto, neu tynnwch un arall',
  },
} as const satisfies Record<string, Text>;
