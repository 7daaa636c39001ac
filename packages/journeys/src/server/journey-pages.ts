import { readPostcode } from '@council-kit/core';
import { Routes, type GatewayApp, type GatewayContext, type Ground } from '@council-kit/gateway';
import { outlineOf, type RunnableService } from '../engine/service.ts';
import type { ConfirmationContent } from '../page/confirmation-page.ts';
import type { Answers } from '../definition.ts';
import type { Submit, SubmitContext, Upload } from '../submission.ts';
import { definitionFaults } from '../engine/definition-faults.ts';
import { usePostcodes } from '../rules/postcode.ts';
import { JourneyRequest } from './journey-request.ts';

usePostcodes(readPostcode);

/**
 * The service that a request is for; the answer where there is none. It must be the same for every request under one address: a draft is
 * read with it.
 */
export type ServiceFor = (context: GatewayContext) => RunnableService | Response | Promise<RunnableService | Response>;

/** Sends the answers, as {@link Submit}, and knows the request that asks for it. A `Problem` that it throws is read by the runner. */
export type SubmitPage = (answers: Answers, context: SubmitContext & { readonly request: GatewayContext }) => ReturnType<Submit>;

export interface JourneyPagesOptions {
  /** What the service stands on. */
  readonly ground: Pick<Ground, 'drafts' | 'site'>;
  /** Where the journey begins: `/report`; with parameters where each request has a journey of its own: `/pay/bill/:bill`. */
  readonly path: string;
  readonly service: RunnableService | ServiceFor;
  readonly submit: SubmitPage;
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
 * @throws TypeError where the definition contradicts itself. One that is made for each request is not looked at here.
 */
export function journeyPages(options: JourneyPagesOptions): GatewayApp {
  const { path, service } = options;
  if (typeof service !== 'function') {
    const faults = definitionFaults(outlineOf(service));
    if (faults.length > 0) throw new TypeError(`The journey “${outlineOf(service).name}” cannot be run: ${faults.join('; ')}.`);
  }
  const { hono } = new Routes();
  const ofRequest =
    (answer: (request: JourneyRequest) => Promise<Response>) =>
    async (context: GatewayContext): Promise<Response> => {
      const run = typeof service === 'function' ? await service(context) : service;
      if (run instanceof Response) return run;
      const here = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(context.req.param(name) ?? ''));
      return await answer(new JourneyRequest({ ...options, service: run, path: here }, context));
    };
  hono.get(
    path,
    ofRequest((request) => request.begin()),
  );
  hono.get(
    `${path}/:draft/:address{.+}`,
    ofRequest((request) => request.show()),
  );
  hono.post(
    `${path}/:draft/:address{.+}`,
    ofRequest((request) => request.take()),
  );
  return hono;
}
