import { createOpen311, startSandbox, type Open311, type Sandbox } from '@council-kit/sandbox';
import type { ServiceKind } from '@council-kit/reports';

export const backOfficeKey = 'aldermere-demo-key';
export const jurisdiction = 'aldermere.example';

/** The council's other system: an Open311 server that the sandbox plays, with the council's own kinds of report. */
export function createBackOffice({ kinds, keepIn, now }: BackOfficeOptions): Open311 {
  return createOpen311({
    dialect: 'mysociety',
    apiKeys: [backOfficeKey],
    jurisdictionId: jurisdiction,
    agency: 'Aldermere street services',
    keepIn,
    ...(now && { now }),
    services: kinds.map((kind) => ({
      service_code: kind.service_code,
      service_name: kind.service_name.en,
      description: kind.description.en,
      group: kind.group.en,
      type: 'realtime',
      keywords: kind.keywords.en,
      attributes: kind.attributes.map((attribute, order) => ({
        code: attribute.code,
        variable: true,
        datatype: attribute.datatype,
        required: attribute.required !== undefined,
        datatype_description: attribute.datatype_description?.en ?? '',
        description: attribute.description.en,
        order,
        values: attribute.values.map(({ key, name }) => ({ key, name: name.en })),
      })),
    })),
  });
}

export interface BackOfficeOptions {
  readonly kinds: readonly ServiceKind[];
  /** The file that keeps its book. */
  readonly keepIn: string;
  readonly now?: () => Date;
}

/** Starts it on a port of its own, the desk on the port given. */
export async function startBackOffice(
  kinds: readonly ServiceKind[],
  port: number,
  keepIn: string,
): Promise<{ open311: Open311; sandbox: Sandbox<'open311'> }> {
  const open311 = createBackOffice({ kinds, keepIn });
  const sandbox = await startSandbox({ platforms: { open311 }, port });
  return { open311, sandbox };
}
