import assert from 'node:assert/strict';
import test from 'node:test';
import { avifBomb, phonePicture } from '../testing/pictures.ts';
import { Decoder, type DecodeTask } from './decoder.ts';

const task = (bytes: Uint8Array, limits: Partial<DecodeTask> = {}): DecodeTask => ({
  bytes,
  // As if it had the limit of a JPEG: here it is the costs that stop it.
  format: 'jpeg',
  cpuMs: 5_000,
  memory: 2_000_000_000,
  ...limits,
});

test('a photo that costs too much time or memory is given up in the middle, and the next one is opened', async () => {
  const decoder = new Decoder();
  try {
    const photo = await phonePicture(64, 48);
    for (const limits of [{ cpuMs: 300 }, { memory: 300_000_000 }]) {
      assert.equal((await decoder.decode(task(avifBomb, limits))).kind, 'over');
      const next = await decoder.decode(task(photo));
      assert.deepEqual([next.kind, next.kind === 'decoded' && [next.width, next.height]], ['decoded', [48, 64]]);
    }
  } finally {
    decoder.stop();
  }
});

test('what costs are counted is what was used', async () => {
  const decoder = new Decoder();
  try {
    const small = await decoder.decode(task(await phonePicture(64, 48)));
    const large = await decoder.decode(task(await phonePicture(6_000, 4_000)));
    assert.ok(small.cpuMs > 0 && large.cpuMs > small.cpuMs, `${String(small.cpuMs)} ${String(large.cpuMs)}`);
  } finally {
    decoder.stop();
  }
});

test('a decoder that was stopped begins again', async () => {
  const decoder = new Decoder();
  const photo = await phonePicture(64, 48);
  assert.equal((await decoder.decode(task(photo))).kind, 'decoded');
  decoder.stop();
  assert.equal((await decoder.decode(task(photo))).kind, 'decoded');
  decoder.stop();
});
