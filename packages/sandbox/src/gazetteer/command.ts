import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { gazetteerCsv } from './csv.ts';

/** How the command is used. */
export const gazetteerUsage = `council-sandbox gazetteer: a synthetic gazetteer as CSV, on standard output

  --size 100000   how many addresses
  --seed 1        another seed, another borough
`;

/**
 * `council-sandbox gazetteer`: writes the file to `output` as fast as that takes it. A reader that closes early (`| head`) ends it quietly.
 *
 * @throws Error with a sentence for a setting that cannot be used.
 */
export async function writeGazetteer(args: readonly string[], output: Writable): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h' }, size: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
  });
  if (values.help) {
    output.write(gazetteerUsage);
    return;
  }
  const whole = (name: string, text: string): number => {
    if (!/^\d{1,10}$/.test(text)) throw new Error(`--${name} must be a whole number.`);
    return Number(text);
  };
  const pieces = gazetteerCsv({ size: whole('size', values.size), seed: whole('seed', values.seed) });
  try {
    await pipeline(Readable.from(pieces), output, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}
