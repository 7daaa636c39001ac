/** Pictures for tests, made on the spot. */
import sharp from 'sharp';

/** A JPEG as a phone takes it: turned by Exif, with the place, the time and the phone's maker in it. */
export function phonePicture(width = 640, height = 480): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: { r: 20, g: 120, b: 60 } } })
    .withExif({
      IFD0: { Make: 'PlantedMaker', Copyright: 'Gwenllian Planted', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 25/1 34/1', GPSLongitudeRef: 'W', GPSLongitude: '4/1 36/1 49/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}
