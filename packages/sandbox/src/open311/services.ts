import type { Reply } from './dialect.ts';

/** A question of a service, in Open311's own names. */
export interface ServiceAttribute {
  code: string;
  datatype: 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist';
  description: string;
  required?: boolean;
  /** false: only words to show, nothing to answer. */
  variable?: boolean;
  datatype_description?: string;
  order?: number;
  values?: { key: string; name: string }[];
  /** mySociety: the server fills it in, or the client without asking. */
  automated?: 'server_set' | 'hidden_field';
}

/** A service, in Open311's own names, with its attributes. */
export interface Service {
  service_code: string;
  service_name: string;
  description: string;
  type: Reply;
  keywords: string;
  group: string;
  /** mySociety: where it is in several groups. */
  groups?: string[];
  attributes: ServiceAttribute[];
}

const datatypes = ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'] as const;
const replies = ['realtime', 'batch', 'blackbox'] as const;

/**
 * Reads a list of services from JSON, where `description`, `type`, `keywords`, `group` and `attributes` may be left out.
 *
 * @throws TypeError that names the service, the field and what is allowed.
 */
export function parseServices(input: unknown): Service[] {
  if (!Array.isArray(input)) throw new TypeError('services must be a list.');
  const codes = new Set<string>();
  return input.map((one: unknown, index) => {
    const fields = record(one, `services[${index}]`);
    const service_code = text(fields, 'service_code', `services[${index}]`);
    const where = `Service ${JSON.stringify(service_code)}`;
    if (codes.has(service_code)) throw new TypeError(`${where} is in the list twice.`);
    codes.add(service_code);
    return {
      service_code,
      service_name: text(fields, 'service_name', where),
      description: text(fields, 'description', where, ''),
      type: oneOf(fields, 'type', replies, where, 'realtime'),
      keywords: text(fields, 'keywords', where, ''),
      group: text(fields, 'group', where, ''),
      ...(fields.groups === undefined ? {} : { groups: list(fields.groups, `${where}: groups`).map(String) }),
      attributes: list(fields.attributes ?? [], `${where}: attributes`).map((attribute) => parseAttribute(attribute, where)),
    };
  });
}

function parseAttribute(input: unknown, service: string): ServiceAttribute {
  const fields = record(input, `${service}: attributes`);
  const code = text(fields, 'code', `${service}: attributes`);
  const where = `${service}, attribute ${JSON.stringify(code)}`;
  const datatype = oneOf(fields, 'datatype', datatypes, where, 'string');
  const attribute: ServiceAttribute = {
    code,
    datatype,
    description: text(fields, 'description', where, code),
    required: truth(fields.required, false),
    variable: truth(fields.variable, true),
    datatype_description: text(fields, 'datatype_description', where, ''),
  };
  if (typeof fields.order === 'number') attribute.order = fields.order;
  if (fields.automated !== undefined)
    attribute.automated = oneOf(fields, 'automated', ['server_set', 'hidden_field'] as const, where, 'hidden_field');
  if (fields.values !== undefined) {
    attribute.values = list(fields.values, `${where}: values`).map((value) => {
      const pair = record(value, `${where}: values`);
      return { key: String(pair.key), name: String(pair.name ?? pair.key) };
    });
  }
  if (datatype.endsWith('list') && !attribute.values?.length) throw new TypeError(`${where} is a ${datatype}: it needs values.`);
  return attribute;
}

const truth = (value: unknown, otherwise: boolean): boolean => (value === undefined ? otherwise : value === true || value === 'true');

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError(`${where} must be an object.`);
  return value as Record<string, unknown>;
}

function list(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${where} must be a list.`);
  return value;
}

function text(fields: Record<string, unknown>, name: string, where: string, otherwise?: string): string {
  const value = fields[name] ?? otherwise;
  if (typeof value !== 'string' || (value === '' && otherwise === undefined)) throw new TypeError(`${where}: ${name} must be text.`);
  return value;
}

function oneOf<T extends string>(fields: Record<string, unknown>, name: string, allowed: readonly T[], where: string, otherwise: T): T {
  const value = fields[name] ?? otherwise;
  const found = allowed.find((one) => one === value);
  if (!found) throw new TypeError(`${where}: ${name} must be one of ${allowed.join(', ')}.`);
  return found;
}

/** What the test platform offers unless told: enough to see each datatype. */
export const builtInServices: readonly Service[] = parseServices([
  {
    service_code: 'fly-tipping',
    service_name: 'Fly-tipping',
    description: 'Rubbish dumped on land that has no licence for it',
    group: 'Rubbish and cleaning',
    keywords: 'dumped, rubbish, waste, mattress',
    attributes: [
      {
        code: 'waste_kind',
        datatype: 'multivaluelist',
        description: 'What has been dumped?',
        required: true,
        values: [
          { key: 'household', name: 'Black bags or household rubbish' },
          { key: 'furniture', name: 'Furniture or mattresses' },
          { key: 'appliances', name: 'Fridges or other appliances' },
          { key: 'building', name: 'Building waste' },
          { key: 'garden', name: 'Garden waste' },
          { key: 'tyres', name: 'Tyres' },
          { key: 'other', name: 'Something else' },
        ],
      },
      {
        code: 'amount',
        datatype: 'singlevaluelist',
        description: 'How much is there?',
        values: [
          { key: 'bag', name: 'One bag or item' },
          { key: 'car', name: 'A car boot full' },
          { key: 'van', name: 'A van load' },
          { key: 'lorry', name: 'A lorry load or more' },
        ],
      },
      { code: 'seen', datatype: 'datetime', description: 'When did you see it?' },
      { code: 'more', datatype: 'text', description: 'Anything else that helps to find it' },
      { code: 'uprn', datatype: 'string', description: 'UPRN', automated: 'hidden_field' },
    ],
  },
  {
    service_code: 'pothole',
    service_name: 'Pothole',
    description: 'A hole in a road, pavement or cycle path',
    group: 'Roads and pavements',
    keywords: 'road, hole, surface',
    attributes: [{ code: 'depth', datatype: 'number', description: 'About how deep is it, in centimetres?' }],
  },
  {
    service_code: 'street-light',
    service_name: 'Street light',
    description: 'A street light that is out, flickering, on all day or damaged',
    group: 'Roads and pavements',
    keywords: 'lamp, lamppost, dark',
    attributes: [
      { code: 'column', datatype: 'string', description: 'What is the number on the column?' },
      { code: 'wires', datatype: 'string', description: 'If you can see wires, keep away and telephone us.', variable: false },
    ],
  },
  { service_code: 'graffiti', service_name: 'Graffiti', group: 'Rubbish and cleaning', keywords: 'paint, tag', type: 'batch' },
  { service_code: 'compliment', service_name: 'Thank a street cleaner', group: 'Rubbish and cleaning', type: 'blackbox' },
]);
