/**
 * The program that opens photos, in a process of its own: a decoder cannot be told to stop (libvips asks the decoder of AVIF only when
 * it has finished), but a process can be killed. It holds no secret, and when a file makes it fall over, the gateway goes on.
 */
import sharp from 'sharp';
import type { DecodeAnswer, DecodeTask, Opened } from './decoder.ts';
import { sizeFault } from './examine-photo.ts';

/** The longest side that is kept: more than any screen shows, enough to read a number plate across a road. */
const longestSideKept = 2560;
/** How often the costs are looked at, in milliseconds. */
const watchEvery = 25;

sharp.cache(false);
sharp.concurrency(1);
// Nothing but the formats that are taken, whatever a file claims to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif', 'VipsForeignLoadHeif'],
});
const end = (): void => void process.kill(process.pid, 'SIGKILL');
const answer = (message: DecodeAnswer, sent?: () => void): void => void process.send?.(message, undefined, undefined, sent);

process.on('disconnect', end);
process.on('message', (task: DecodeTask) => {
  const before = process.cpuUsage();
  const cpuMs = (): number => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const watch = setInterval(() => {
    // Its threads cannot be stopped: the whole process goes.
    if (cpuMs() > task.cpuMs || process.memoryUsage.rss() > task.memory) answer({ kind: 'over', cpuMs: cpuMs() }, end);
  }, watchEvery);
  void decode(task).then((decoded) => {
    clearInterval(watch);
    answer({ ...decoded, cpuMs: cpuMs() });
  });
});
answer({ kind: 'ready', cpuMs: 0 });

async function decode({ bytes, format }: DecodeTask): Promise<Opened> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const fault = sizeFault(format, width, height);
    if (fault) return { kind: 'refused', fault };
    // One frame of an animation. `error` is stricter than libvips' default: a file that ends early is not taken for whole.
    const { data, info } = await sharp(bytes, { limitInputPixels: width * height, failOn: 'error', pages: 1, sequentialRead: true })
      .autoOrient()
      .resize({ width: longestSideKept, height: longestSideKept, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { kind: 'decoded', bytes: data, width: info.width, height: info.height };
  } catch {
    return { kind: 'refused', fault: 'damaged' };
  }
}
