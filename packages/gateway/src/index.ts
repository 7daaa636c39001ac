export * from './service.ts';
export { Routes } from './http/routes.ts';
export type { BodyType, Operation, OperationInput } from './http/routes.ts';
export { Problem } from './http/problem.ts';
export type { FieldError, ProblemDetails } from './http/problem.ts';
export type { Drafts, OpenDraft } from './drafts/drafts.ts';
export type { Upstream, UpstreamOptions } from './upstream/upstream.ts';
