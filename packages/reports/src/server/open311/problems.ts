import { Problem, type GatewayContext } from '@council-kit/gateway';
import { formatOf, open311Response, type Value } from './format.ts';

/**
 * A problem in Open311's own shape: https://wiki.open311.org/GeoReport_v2/#errors. What the gateway calls 422 is 400 here:
 * GeoReport v2 knows 400, 403 and 404 only.
 */
export function presentOpen311Problem(problem: Problem, context: GatewayContext): Response {
  const { details } = problem;
  const language = context.get('language');
  const status = details.status === 422 ? 400 : details.status;
  const said = details.errors?.map(({ field, message }) => (field === '' ? message : `${open311Field(field)}: ${message}`)) ?? [];
  const sentences = said.length > 0 ? said : [[details.title[language], details.detail?.[language]].filter(Boolean).join('. ')];
  const errors: Value = sentences.map((description) => ({ code: status, description }));
  return open311Response(formatOf(context.req.path), 'errors', errors, { status, headers: { 'cache-control': 'no-store' } });
}

/** The name that the field has in Open311. */
function open311Field(field: string): string {
  if (field === 'attributes') return 'attribute';
  if (field.startsWith('attributes.')) return `attribute[${field.slice('attributes.'.length)}]`;
  return { 'contact.email': 'email', 'contact.phone': 'phone', 'contact.name': 'first_name', photos: 'media' }[field] ?? field;
}

const open311Problem = (status: number, code: string, en: string, cy: string): Problem => new Problem({ status, code, title: { en, cy } });

export const open311Problems = {
  serviceUnknown: () => open311Problem(404, 'service_unknown', 'The service_code was not found', 'Ni ddaethpwyd o hyd i’r service_code'),
  serviceMissing: () => open311Problem(400, 'service_missing', 'service_code was not provided', 'Ni ddarparwyd service_code'),
  requestUnknown: () =>
    open311Problem(404, 'request_unknown', 'The service_request_id was not found', 'Ni ddaethpwyd o hyd i’r service_request_id'),
  tokenUnknown: () => open311Problem(404, 'token_unknown', 'The token was not found', 'Ni ddaethpwyd o hyd i’r token'),
  jurisdictionUnknown: () =>
    open311Problem(404, 'jurisdiction_unknown', 'The jurisdiction_id was not found', 'Ni ddaethpwyd o hyd i’r jurisdiction_id'),
  keyMissing: () => open311Problem(403, 'api_key_missing', 'api_key was not provided', 'Ni ddarparwyd api_key'),
  keyUnknown: () =>
    open311Problem(403, 'api_key_unknown', 'The api_key is not one that may write', 'Nid yw’r api_key yn un a all ysgrifennu'),
  parameter: (field: string, en: string, cy: string, language: 'en' | 'cy') =>
    new Problem({
      status: 400,
      code: 'parameter_not_accepted',
      title: { en: 'There is a problem with the request', cy: 'Mae problem gyda’r cais' },
      errors: [{ field, message: language === 'cy' ? cy : en }],
    }),
};
