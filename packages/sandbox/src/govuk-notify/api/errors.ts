import type { KeyType } from '../settings.ts';

/** An error as Notify answers it: `{status_code, errors: [{error, message}]}`. Its words: alphagov/notifications-api, app/v2/errors.py. */
export interface NotifyError {
  status: number;
  errors: readonly { error: string; message: string }[];
}

const one = (status: number, error: string, message: string): NotifyError => ({ status, errors: [{ error, message }] });

export const notifyErrors = {
  auth: (message: string, status: 401 | 403 = 403) => one(status, 'AuthError', message),
  badRequest: (message: string, status: 400 | 403 = 400) => one(status, 'BadRequestError', message),
  /** All that is wrong with a request, each thing once. */
  validation: (messages: readonly string[]): NotifyError => ({
    status: 400,
    errors: [...new Set(messages)].map((message) => ({ error: 'ValidationError', message })),
  }),
  phone: (message: string) => one(400, 'InvalidPhoneError', message),
  noResult: () => one(404, 'NoResultFound', 'No result found'),
  pdfNotReady: () => one(400, 'PDFNotReadyError', 'PDF not available yet, try again later'),
  rateLimit: (type: KeyType, perMinute: number) =>
    one(429, 'RateLimitError', `Exceeded rate limit for key type ${type.toUpperCase()} of ${perMinute} requests per 60 seconds`),
  dailyLimit: (name: string, limit: number) => one(429, 'TooManyRequestsError', `Exceeded send limits (${name}: ${limit}) for today`),
  exception: () => one(500, 'Exception', 'Internal server error'),
};

export const isError = (value: object): value is NotifyError => 'errors' in value && 'status' in value;

/** The body of the answer. */
export const errorBody = ({ status, errors }: NotifyError): object => ({ status_code: status, errors });
