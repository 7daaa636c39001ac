/** Pictures for tests, made on the spot. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A JPEG as a phone makes it: turned by EXIF, with a position and a maker in its metadata. */
export async function phonePicture(width = 640, height = 480): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: { r: 20, g: 120, b: 60 } } })
    .composite([
      {
        input: { create: { width: Math.floor(width / 4), height: Math.floor(height / 4), channels: 3, background: '#ff0000' } },
        left: 0,
        top: 0,
      },
    ])
    .withExif({
      IFD0: { Make: 'PlantedMaker', Copyright: 'Gwenllian Planted', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 0/1 17/1', GPSLongitudeRef: 'W', GPSLongitude: '2/1 0/1 1/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A PNG that says it is so large and is a few hundred bytes. */
export function bomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const whole = Buffer.alloc(body.length + 8);
    whole.writeUInt32BE(data.length, 0);
    whole.set(body, 4);
    whole.writeUInt32BE(crc32(body), body.length + 4);
    return whole;
  };
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * A progressive JPEG of grey whose data is next to nothing and whose scans are many: each of them goes through the whole picture again.
 * (ITU T.81, G.1.2: a run of 2^14 blocks without coefficients takes 15 bits.)
 */
export function jpegOfScans(width: number, height: number, scans: number): Buffer {
  const segment = (marker: number, ...data: number[]): Buffer =>
    Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff, ...data]);
  const oneCode = (table: number, symbol: number): Buffer => segment(0xc4, table, 1, ...Array<number>(15).fill(0), symbol);
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const rest = Buffer.alloc(Math.ceil((Math.ceil(blocks / 16_384) * 15) / 8) + 1);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, 0, ...Array<number>(64).fill(1)),
    segment(0xc2, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0),
    oneCode(0x00, 0),
    oneCode(0x10, 0xe0),
    segment(0xda, 1, 1, 0, 0, 0, 0),
    Buffer.alloc(Math.ceil(blocks / 8)),
    ...Array.from({ length: scans - 1 }, (_, at) => Buffer.concat([segment(0xda, 1, 1, 0, 1 + (at % 63), 1 + (at % 63), 0), rest])),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** An AVIF of 7,000 × 7,000 grey pixels in 983 bytes, made with sharp (`quality: 1`): opening it takes 7 s and 930 MB. */
export const avifBomb: Buffer = Buffer.from(
  'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEA' +
    'AQAAAAAA+gABAAAAAAAAAt0AAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFD' +
    'gT8CAAAAABRpc3BlAAAAAAAAG1gAABtYAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAALlbWRhdBIACgo/8zavtXaQENBpMswFEB/k' +
    'xQnf///iz8CAAFvPyir3DBin4GUqEMd5rXuffXUWxf2Fp3pxZeX3xLwlZrVgKPLUqq8c8Xh806PozqVHfdRsfXOQGlX+KX0pUTXm1h1BkfO4zFF5Lksaxr4N' +
    'lnUrSYF20Sk/VF+BrFrPyir3DBimzf3TSPa+5JyMHYc+BnGEGMTRztY7qLqsbFnCNuTs5X6XNVDGMYwrOsLvza2vaxpr++iM9i5ay8dKDg5GyzmKB7f9p8Sw' +
    'bTqw7jaihkiJhZCbs6ocWc/KKvcMFx0jZb8V2x2m6HbSJI5WcwUGLV9674lDhmq8dJJ6LT7N9yClBR8AKm0mVsY61dwXBl5rNxJxA+QITEnBOcyoZpwJcXVb' +
    '1TxUpOJfhXrRoVnLTNxUDFLPyikQ1s4jDu3ZmnPoH3AeDGGFNir4aENAF7c/hv2c81d1sQxbSvaIYVR53tkzQNRLItA2tV+SiUbgOmPdLyuSQDl7dmlpKFYw' +
    'fhGXa8dE9xV5UFnPyir3DBcdI2W/Fdsdpuh20iSOVnMFBi1feu+JQ4ZqvHSSei0+zfcgpQUfACptJlbGOtXcFwZeazcScQPkCExJwTnMqGacCXF1W9U8VKTi' +
    'X4V60aFZy0zcVAxSz8opENbOIw7t2Zpz6B9wHgxhhTYq+GhDQBe3P4b9nPNXdbEMW0r2iGFUed7ZM0DUSyLQNrVfkolG4Dpj3S8rkkA5e3ZpaShWMH4Rl2vH' +
    'RPcVeVBWz8oq9wwXHSNlvxXbHabodtIkjlZzBQYtX3rviUOGarx0knotPs33IKUFHwAqbSZWxjrV3BcGXms3EnED5AhMScE5zKhmnAlxdVvVPFSk4l+FetGh' +
    'Wctkz8opENbOIw7t2Zpz6B9wHgxhhTYq+GhDQBe3P4b9nPNXdbEMW0r2iGFUed7ZM0DUSyLQNrVfkolG4Dpj3S8rkkA5e3ZpaShWMH4Rl2vHRQw=',
  'base64',
);
