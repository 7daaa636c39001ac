import { catalogue, type Catalogue } from '@council-kit/core';

export const preparePhotoMessages: Catalogue<'notAPhoto' | 'heic' | 'pixels' | 'damaged'> = catalogue({
  en: {
    notAPhoto: 'The selected file must be a photo: a JPG, PNG, WebP or HEIC',
    heic: 'This browser cannot open HEIC photos – save the photo as a JPG first, or on an iPhone choose Settings, Camera, Formats, Most Compatible and take it again',
    pixels: 'The selected photo must have fewer than {megapixels} million pixels – send a smaller copy of it',
    damaged: 'The selected photo could not be opened – it may be damaged, choose another',
  },
  cy: {
    notAPhoto: 'Rhaid i’r ffeil a ddewiswyd fod yn ffotograff: JPG, PNG, WebP neu HEIC',
    heic: 'Ni all y porwr hwn agor ffotograffau HEIC – cadwch y ffotograff fel JPG yn gyntaf, neu ar iPhone dewiswch Settings, Camera, Formats, Most Compatible a’i dynnu eto',
    pixels: 'Rhaid i’r ffotograff a ddewiswyd fod â llai na {megapixels} miliwn o bicseli – anfonwch gopi llai ohono',
    damaged: 'Nid oedd modd agor y ffotograff a ddewiswyd – efallai ei fod wedi’i ddifrodi, dewiswch un arall',
  },
});
