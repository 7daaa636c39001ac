import { messageTypes, type NotifyTemplate } from '../settings.ts';
import { isUuid, uuidOf } from '../api/uuid.ts';

/** One version of a template. */
export interface TemplateVersion extends NotifyTemplate {
  version: number;
  /** When its first version was written, and this one; milliseconds since 1970. */
  created: number;
  updated?: number;
}

/** Templates and their versions. */
export class Templates {
  readonly #versions = new Map<string, TemplateVersion[]>();

  /** The newest version of each that is not deleted, by name. */
  list(type?: string): readonly TemplateVersion[] {
    return [...this.#versions.keys()]
      .flatMap((id) => this.get(id) ?? [])
      .filter((one) => !one.archived && (type === undefined || one.type === type))
      .sort((a, b) => compare(a.name, b.name) || compare(a.type, b.type));
  }

  /** A version of a template, the newest where none is named. */
  get(id: string, version = 0): TemplateVersion | undefined {
    const versions = this.#versions.get(uuidOf(id));
    return version === 0 ? versions?.at(-1) : versions?.[version - 1];
  }

  /**
   * Adds a template, or the next version of one that there is.
   *
   * @throws TypeError with a sentence when it cannot be a template.
   */
  publish(template: NotifyTemplate, now: number): TemplateVersion {
    const problem = problemOf(template);
    if (problem !== undefined) throw new TypeError(`Template ${JSON.stringify(template.name)}: ${problem}`);
    const id = uuidOf(template.id);
    const versions = this.#versions.get(id) ?? [];
    const [first] = versions;
    if (first && first.type !== template.type) throw new TypeError(`Template ${id} is one of ${first.type} and stays so.`);
    const version: TemplateVersion = {
      ...template,
      id,
      version: versions.length + 1,
      created: first?.created ?? now,
      ...(first ? { updated: now } : {}),
    };
    this.#versions.set(id, [...versions, version]);
    return version;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function problemOf({ id, type, name, body, subject }: NotifyTemplate): string | undefined {
  if (typeof id !== 'string' || !isUuid(id)) return 'id must be a UUID.';
  if (!messageTypes.includes(type)) return `type must be one of: ${messageTypes.join(', ')}.`;
  if (typeof name !== 'string' || name === '') return 'name must be text.';
  if (typeof body !== 'string') return 'body must be text.';
  return type !== 'sms' && typeof subject !== 'string' ? `subject must be text in a template of ${type}.` : undefined;
}
