/** The program of a thread that lives a part of the year. */
import { createGazetteer } from '@council-kit/sandbox';
import { workerData } from 'node:worker_threads';
import { livePart, type Part } from './live-part.ts';

await livePart(workerData as Part, createGazetteer());
