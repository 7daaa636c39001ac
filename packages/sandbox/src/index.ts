export { accountNumber, accountNumberFormat } from './billing/account-number.ts';
export { createBilling, type Billing, type BillingOptions } from './billing/billing.ts';
export type { PostedMandate, PostedPayment } from './billing/book.ts';
export type { Household, Households } from './billing/households.ts';
export { runCommand } from './command.ts';
export { faultKinds, faults, type Fault, type FaultKind, type FaultSchedule, type PlayedFault } from './faults/faults.ts';
export type { Address, AddressableObject, LogicalStatus, PropertyState, Street } from './gazetteer/address.ts';
export { aldermere, neighbours, type Council, type Ward } from './gazetteer/borough.ts';
export { toGrid, toWgs84, type GridPosition, type Position } from './gazetteer/coordinates.ts';
export { gazetteerColumns, gazetteerCsv, gazetteerRow, type GazetteerColumn } from './gazetteer/csv.ts';
export { createGazetteer, type Gazetteer } from './gazetteer/gazetteer.ts';
export { generateGazetteer, type GazetteerOptions } from './gazetteer/generate.ts';
export { localAddress, type LocalAddress } from './gazetteer/local.ts';
export type { Name } from './gazetteer/names.ts';
export { postalAddress, type Language, type PostalAddress } from './gazetteer/postal.ts';
export type { Settlement } from './gazetteer/settlements.ts';
export type { TerminatedPostcode } from './gazetteer/terminated.ts';
export { commonServices } from './open311/common-services.ts';
export type { OfficerUpdate } from './open311/back-office.ts';
export type { Received, ReceivedFile, ServiceRequest, ServiceRequestUpdate } from './open311/book.ts';
export { extendedStatuses, type Dialect, type ExtendedStatus, type Reply } from './open311/dialect.ts';
export { createOpen311, type Open311 } from './open311/open311.ts';
export { builtInServices, type Service, type ServiceAttribute } from './open311/services.ts';
export type { Open311Options } from './open311/settings.ts';
export { createOsPlaces, type OsPlaces } from './os-places/os-places.ts';
export type { OsPlacesOptions } from './os-places/settings.ts';
export type { Agreement, AgreementStatus, RecurringOutcome } from './govuk-pay/agreement.ts';
export type { WebhookMessage } from './govuk-pay/book.ts';
export { testCards, type CardOutcome, type TestCard } from './govuk-pay/cards.ts';
export { createGovukPay, type GovukPay } from './govuk-pay/govuk-pay.ts';
export type { CardDetails, Dispute, DisputeStatus, Payment, Refund, State, Status, WalletType } from './govuk-pay/payment.ts';
export { disputeReasons, type DisputeReason } from './govuk-pay/rules/disputes.ts';
export { webhookEvents, type GovukPayOptions, type WebhookEvent, type WebhookSubscription } from './govuk-pay/settings.ts';
export type {
  Callback as NotifyCallback,
  CallbackKind,
  Notification as NotifyNotification,
  NotificationStatus,
  ReceivedText,
} from './govuk-notify/book.ts';
export { builtInTemplates } from './govuk-notify/built-in-templates.ts';
export { createGovukNotify, type GovukNotify } from './govuk-notify/govuk-notify.ts';
export {
  sandboxNotifyKeys,
  type CallbackSubscription,
  type GovukNotifyOptions,
  type NotifyKey,
  type NotifyPermission,
  type NotifyTemplate,
  type Outcome,
} from './govuk-notify/settings.ts';
export type { Platform } from './platform.ts';
export { createPostcodesIo, type PostcodesIo, type PostcodesIoOptions } from './postcodes-io/postcodes-io.ts';
export type { Question } from './questions.ts';
export { startSandbox, type RunningPlatform, type Sandbox, type SandboxOptions } from './sandbox.ts';
