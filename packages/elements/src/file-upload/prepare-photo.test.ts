import { expect } from '@open-wc/testing';
import { readImageHeader } from '@council-kit/core';
import { preparePhoto } from './prepare-photo.ts';

/** A picture with detail in it: left half red, right half blue, and noise that does not compress away. */
async function picture(width: number, height: number, type: string, quality = 0.95): Promise<File> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = 'red';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = 'blue';
  context.fillRect(width / 2, 0, width / 2, height);
  for (let dot = 0; dot < 3000; dot += 1) {
    context.fillStyle = `rgb(${String((dot * 37) % 256)} ${String((dot * 91) % 256)} ${String((dot * 13) % 256)})`;
    context.fillRect((dot * 7919) % width, (dot * 104_729) % height, 3, 3);
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
  if (!blob) throw new Error(`no ${type}`);
  return new File([blob], 'IMG 0001.jpeg', { type });
}

/** Puts an Exif segment with an orientation and a secret into a JPEG. */
async function withExif(file: File, orientation: number): Promise<File> {
  const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
  const body = [
    ...ascii('Exif\0\0II'),
    0x2a,
    0,
    8,
    0,
    0,
    0,
    1,
    0,
    0x12,
    0x01,
    3,
    0,
    1,
    0,
    0,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    ...ascii('SECRET 51.5N'),
  ];
  const segment = Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  // In one piece, as a camera's file is: Firefox tells a picture by the first piece alone, however short.
  const whole = await new Blob([bytes.subarray(0, 2), segment, bytes.subarray(2)]).arrayBuffer();
  return new File([whole], file.name, { type: file.type });
}

async function sent(file: File): Promise<File> {
  const outcome = await preparePhoto(file);
  if (!(outcome instanceof File)) throw new Error(`refused: ${outcome.message}`);
  return outcome;
}
async function refusal(file: File, language = 'en'): Promise<string> {
  const outcome = await preparePhoto(file, { language });
  return outcome instanceof File ? 'sent' : outcome.message;
}
const headerOf = async (file: File): Promise<ReturnType<typeof readImageHeader>> =>
  readImageHeader(new Uint8Array(await file.arrayBuffer()));
const textOf = async (file: File): Promise<string> => new TextDecoder('latin1').decode(await file.arrayBuffer());

describe('preparePhoto', () => {
  it('makes a large photo small enough for a slow line', async () => {
    const large = await picture(3000, 1500, 'image/jpeg');
    const small = await sent(large);
    expect(await headerOf(small)).to.deep.equal({ format: 'jpeg', width: 2048, height: 1024 });
    expect(small.size).to.be.below(large.size);
    expect([small.name, small.type]).to.deep.equal(['IMG 0001.jpg', 'image/jpeg']);
  });

  it('turns it the way it was taken, and takes its metadata away', async () => {
    const turned = await withExif(await picture(400, 200, 'image/jpeg'), 6);
    const upright = await sent(turned);
    expect(await headerOf(upright)).to.deep.equal({ format: 'jpeg', width: 200, height: 400 });
    expect(await textOf(upright)).to.not.contain('SECRET');
    expect(upright.size).to.be.at.most(turned.size);
    // Orientation 6: what is stored on the left is the top.
    const bitmap = await createImageBitmap(upright);
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const [red = 0, , blue = 0] = context?.getImageData(100, 20, 1, 1).data ?? [];
    expect(red).to.be.above(blue);
  });

  it('leaves a small photo as it was taken, but for its metadata', async () => {
    for (const type of ['image/jpeg', 'image/png']) {
      const original = await picture(300, 200, type);
      const plain = type === 'image/jpeg' ? await withExif(original, 1) : original;
      const result = await sent(plain);
      expect(result.type).to.equal(type);
      expect(result.size).to.be.at.most(original.size);
      expect(await textOf(result)).to.not.contain('SECRET');
    }
  });

  it('refuses what is no photo, by its content', async () => {
    const program = new File(['MZ\x90\0 this is a program and no photo at all'], 'holiday.jpg', { type: 'image/jpeg' });
    expect(await refusal(program)).to.equal('The selected file must be a photo: a JPG, PNG, WebP or HEIC');
    const drawing = new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], 'x.svg', {
      type: 'image/svg+xml',
    });
    expect(await refusal(drawing, 'cy')).to.contain('Rhaid i’r ffeil');
  });

  it('does not open a photo that is too much for the device', async () => {
    const bomb = await picture(2, 2, 'image/png');
    const bytes = new Uint8Array(await bomb.arrayBuffer());
    new DataView(bytes.buffer).setUint32(16, 50_000);
    new DataView(bytes.buffer).setUint32(20, 50_000);
    expect(await refusal(new File([bytes], 'bomb.png'))).to.contain('fewer than 50 million pixels');
  });

  it('says what helps when a photo cannot be opened', async () => {
    const photo = await picture(300, 200, 'image/jpeg');
    expect(await refusal(new File([photo.slice(0, 150)], 'cut.jpg'))).to.contain('could not be opened');
    const heic = new File([Uint8Array.from([0, 0, 0, 24]), 'ftypheic\0\0\0\0mif1heic and nothing that could be decoded'], 'IMG_2.heic');
    expect(await refusal(heic)).to.contain('save the photo as a JPG');
  });
});
