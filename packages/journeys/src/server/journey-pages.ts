import { readPostcode } from '@council-kit/core';
import { Routes, type GatewayApp, type GatewayContext, type Ground } from '@council-kit/gateway';
import { outlineOf, type RunnableService } from '../engine/service.ts';
import type { ConfirmationContent } from '../page/confirmation-page.ts';
import type { Submit, Upload } from '../submission.ts';
import { definitionFaults } from '../engine/definition-faults.ts';
import { usePostcodes } from '../rules/postcode.ts';
import { JourneyRequest } from './journey-request.ts';

usePostcodes(readPostcode);

export interface JourneyPagesOptions {
  /** What the service stands on. */
  readonly ground: Pick<Ground, 'drafts' | 'site'>;
  /** Where the journey begins: `/report`. */
  readonly path: string;
  readonly service: RunnableService;
  readonly submit: Submit;
  /** For each request that carries files: what takes in one of them. Needed where the journey asks for files. */
  readonly upload?: (context: GatewayContext) => Upload;
  readonly confirmation?: ConfirmationContent;
  /** Scripts of our own origin that enhance the pages. */
  readonly scripts?: readonly string[];
  /** The most bytes of a page's form: 700 kB, and 40 MB where it asks for files, unless given. */
  readonly bodyLimits?: { readonly form?: number; readonly files?: number };
}

/**
 * A journey as plain pages that work without JavaScript. Mount the answer on a service's routes: `routes.hono.route('/', journeyPages(…))`.
 *
 * - `GET {path}` begins a draft and leads to its first page; the draft's id is in the path, so two tabs are two drafts. Nothing is kept
 *   of it until the first form comes.
 * - `GET {path}/{draft}/{address}` shows a page; `POST` takes its form and redirects to the next (303).
 *
 * @throws TypeError where the definition contradicts itself
 */
export function journeyPages(options: JourneyPagesOptions): GatewayApp {
  const faults = definitionFaults(outlineOf(options.service));
  if (faults.length > 0) throw new TypeError(`The journey “${outlineOf(options.service).name}” cannot be run: ${faults.join('; ')}.`);
  const { hono } = new Routes();
  const request = (context: GatewayContext): JourneyRequest => new JourneyRequest(options, context);
  hono.get(options.path, (context) => request(context).begin());
  hono.get(`${options.path}/:draft/:address{.+}`, (context) => request(context).show());
  hono.post(`${options.path}/:draft/:address{.+}`, (context) => request(context).take());
  return hono;
}
