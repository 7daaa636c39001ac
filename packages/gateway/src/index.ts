export type { FieldError, Language, Text } from '@council-kit/core';
export * from './service.ts';
export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export { listen, type Listening } from './listen.ts';
export { createLog } from './log.ts';
export type { GatewaySettings, GatewaySettingsInput } from './settings.ts';
export { SettingsError } from './settings.ts';
export { systemClock } from './clock.ts';
export { BoundedMap } from './bounded-map.ts';
export { late, within } from './within.ts';
export { RateLimit } from './http/rate-limit.ts';

export { Routes, type BodyType, type Operation, type OperationInput } from './http/routes.ts';
export { answerOf } from './http/operations.ts';
export {
  bodyLimit,
  parseJson,
  readBytes,
  readForm,
  readFormData,
  readJson,
  setBodyLimit,
  type FormFields,
  type FormValue,
} from './http/body.ts';
export { cacheable, type CacheOptions } from './http/cacheable.ts';
export { check, type Checked } from './http/validate.ts';
export { Problem, type ProblemDetails } from './http/problem.ts';
export { problems } from './http/problems.ts';
export { problemOnTheWire } from './http/answer-problem.ts';

export { csvCell, csvRows, isBlankRow, separatorProblem, valuesOf, type CsvRow, type Values } from './files/csv.ts';
export { linesOf, type Line, type LinesOptions } from './files/lines.ts';
export { decodeText, encodingProblem, type Encoding } from './files/text.ts';
export * as setting from './settings/parts.ts';
export { nearest, parseSettings } from './settings/parse.ts';
export { readNamedFile } from './settings/settings-file.ts';

export { inSlices, letOthersPass } from './slices.ts';
export { pageAt, readPlace, type KeysetPage, type Place } from './keyset.ts';
export { columnTypes, dialectOf, type ColumnTypes } from './store/columns.ts';
export { storeSettings, withStore, type StoreSettings } from './store/command-store.ts';
export type { Draft, Drafts } from './drafts/drafts.ts';
export { readCookie, writeCookie, type CookiePlace } from './drafts/cookie.ts';
export { jsonAnswer, retryAfterSeconds, strictJson } from './upstream/read-answer.ts';
export { UpstreamError, type Upstream, type UpstreamFailure, type UpstreamOptions } from './upstream/upstream.ts';
export {
  NotifyClient,
  notifyIdSchema,
  notifySettingsSchema,
  type Notified,
  type NotifyEmail,
  type NotifySettings,
} from './notify/notify-client.ts';

export { definePort, offer, type Offered, type Port, type PortOffer, type Ports } from './ports/ports.ts';
export {
  accountItemSchema,
  accountLinkSchema,
  accountSource,
  type AccountItem,
  type AccountLink,
  type AccountSource,
} from './ports/account-source.ts';
export { charger, chargeRequestSchema, chargeSchema, type Charge, type ChargeRequest, type Charger } from './ports/charge.ts';
export { workItemSchema, workStateSchema, workTaker, type WorkItem, type WorkState, type WorkTaker } from './ports/work-item.ts';

export type { Authorise, Officer } from './staff/officer.ts';
export type { Needs, Staff, StaffRoutes } from './staff/staff.ts';
export type { StaffArea, StaffForm, StaffLink, StaffPage, StaffRequest, Words } from './staff/staff-request.ts';
export type { DeliveriesPage, DeliveryInWords } from './staff/deliveries-page.ts';
export { retryAll, undelivered, type Undelivered } from './staff/undelivered.ts';
export { PageStyles } from './pages/page-styles.ts';
export { htmlResponse, type HtmlResponseOptions } from './pages/html-response.ts';
export { renderToString } from './pages/render.ts';
