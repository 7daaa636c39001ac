import { sizeInWords, type Text } from '@council-kit/core';
import { photoSizeLimit } from '../../contract/limits.ts';

/** Why a photo is not taken, and what to do about it: in the words of the file upload, where it can find out the same before sending. */
export const photoMessages = {
  missing: { en: 'Choose a photo', cy: 'Dewiswch lun' },
  empty: { en: 'The selected file is empty', cy: 'Mae’r ffeil a ddewiswyd yn wag' },
  tooLarge: {
    en: `The selected file must be smaller than ${sizeInWords(photoSizeLimit, 'en')} – send a smaller copy of it`,
    cy: `Rhaid i’r ffeil a ddewiswyd fod yn llai na ${sizeInWords(photoSizeLimit, 'cy')} – anfonwch gopi llai ohoni`,
  },
  notAnImage: {
    en: 'The selected file must be a photo: a JPG, PNG or WebP',
    cy: 'Rhaid i’r ffeil a ddewiswyd fod yn ffotograff: JPG, PNG neu WebP',
  },
  heic: {
    en: 'This photo is in the HEIC format, which we cannot read. On an iPhone, go to Settings, Camera, Formats and choose Most Compatible, then take it again; or send a screenshot of it',
    cy: 'Mae’r llun hwn ar ffurf HEIC, na allwn ei ddarllen. Ar iPhone, ewch i Settings, Camera, Formats a dewis Most Compatible, yna tynnwch ef eto; neu anfonwch sgrinlun ohono',
  },
  tooManyPixels: {
    en: 'The selected photo must have fewer than 50 million pixels – send a smaller copy of it',
    cy: 'Rhaid i’r ffotograff a ddewiswyd fod â llai na 50 miliwn o bicseli – anfonwch gopi llai ohono',
  },
  mustBeJpeg: {
    en: 'A photo with this many pixels must be a JPG – save it as a JPG, or send a smaller copy of it',
    cy: 'Rhaid i ffotograff â chynifer o bicseli fod yn JPG – cadwch ef fel JPG, neu anfonwch gopi llai ohono',
  },
  tooComplex: {
    en: 'The selected photo takes too long to open – send a smaller copy of it, or a screenshot of it',
    cy: 'Mae’r ffotograff a ddewiswyd yn cymryd gormod o amser i’w agor – anfonwch gopi llai ohono, neu sgrinlun ohono',
  },
  tryAlone: {
    en: 'There was no time to open the selected photo with the others – add it again on its own',
    cy: 'Nid oedd amser i agor y ffotograff a ddewiswyd gyda’r lleill – ychwanegwch ef eto ar ei ben ei hun',
  },
  damaged: {
    en: 'The selected photo could not be opened – it may be damaged, choose another',
    cy: 'Nid oedd modd agor y ffotograff a ddewiswyd – efallai ei fod wedi’i ddifrodi, dewiswch un arall',
  },
  notNow: {
    en: 'You cannot add photos at the moment. Send your report without them',
    cy: 'Ni allwch ychwanegu lluniau ar hyn o bryd. Anfonwch eich adroddiad hebddynt',
  },
} as const satisfies Record<string, Text>;
