/** Turns whatever was thrown into an answer. */
import type { Language, Problem as WireProblem } from '@council-kit/core';
import { html } from 'lit';
import { DiskFailed } from '../store/disk.ts';
import { CommitUnknown, storeFailure } from '../store/failures.ts';
import { htmlResponse } from '../pages/html-response.ts';
import type { GatewayContext, PageLayout } from '../service.ts';
import { Problem } from './problem.ts';
import { problems } from './problems.ts';

/** What a thrown value is to the client: its own problem, the store's absence, or nothing it should know more about. */
export function asProblem(error: unknown, context: GatewayContext): Problem {
  // What reads a body may wrap the error of its stream.
  const ofBody = context.get('bodyProblem');
  if (ofBody) return ofBody;
  if (error instanceof Problem) return error;
  if (error instanceof CommitUnknown || error instanceof DiskFailed) return problems.outcomeUnknown({ cause: error });
  if (storeFailure(error)) return problems.unavailable('store_unavailable', { cause: error });
  return problems.unexpected({ cause: error });
}

export function answerProblem(problem: Problem, context: GatewayContext, page: PageLayout): Response {
  const present = context.get('presentProblem');
  const response = present
    ? present(problem, context)
    : wantsPage(context)
      ? problemPage(problem, context, page)
      : problemJson(problem, context);
  for (const [name, value] of Object.entries(problem.details.headers ?? {})) response.headers.set(name, value);
  return response;
}

/** The problem as it goes over the wire. */
export function problemOnTheWire({ details }: Problem, language: Language): WireProblem<string> {
  return {
    type: `urn:council-kit:problem:${details.code}`,
    title: details.title[language],
    status: details.status,
    ...(details.detail && { detail: details.detail[language] }),
    code: details.code,
    ...(details.errors && { errors: details.errors }),
    ...(details.upstream && { upstream: details.upstream }),
  };
}

function problemJson(problem: Problem, context: GatewayContext): Response {
  const language = context.get('language');
  return new Response(JSON.stringify(problemOnTheWire(problem, language)), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', 'Content-Language': language, 'Cache-Control': 'no-store' },
  });
}

function problemPage(problem: Problem, context: GatewayContext, page: PageLayout): Response {
  const language = context.get('language');
  const { title, detail, errors } = problemOnTheWire(problem, language);
  const body = html`
    <h1 class="council-heading-l">${title}</h1>
    ${detail === undefined ? '' : html`<p class="council-body">${detail}</p>`}
    ${
      errors && errors.length > 0
        ? html`<ul class="council-list">
            ${errors.map(({ message }) => html`<li>${message}</li>`)}
          </ul>`
        : ''
    }
  `;
  return htmlResponse(page({ language, title, body }), { status: problem.status, language });
}

/** A browser that goes to an address asks for HTML first; scripts and servers ask for JSON or for anything. */
function wantsPage(context: GatewayContext): boolean {
  const accept = context.req.header('Accept') ?? '';
  const page = accept.indexOf('text/html');
  const json = accept.indexOf('json');
  return page !== -1 && (json === -1 || page < json);
}
