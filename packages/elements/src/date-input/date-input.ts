import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { FieldElement } from '../field/field-element.ts';
import { dateInputTemplate } from './date-input.template.ts';

/** The parts of a date as they were typed. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const parts = ['day', 'month', 'year'] as const;
const noDate: DateParts = { day: '', month: '', year: '' };

/** The parts of an ISO 8601 date: no leading zeros, as people write. */
function partsOf(iso: string): DateParts {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

/**
 * A date that people know, in three inputs. Around written inputs it enhances those; without children it writes the same
 * HTML itself. Its parts are submitted by `{name}-day`, `{name}-month` and `{name}-year`.
 *
 * @summary A date that people know by heart or have in front of them.
 * @tag council-date-input
 */
export class CouncilDateInput extends FieldElement {
  static override readonly properties: PropertyDeclarations = {
    legend: {},
    legendSize: { attribute: 'legend-size' },
    legendIsPageHeading: { type: Boolean, attribute: 'legend-is-page-heading' },
    autocomplete: {},
    errorParts: { attribute: 'error-parts' },
  };

  /** The question. */
  declare legend: string | undefined;
  /** `s`, `m`, `l` or `xl`: the question in a heading's size. */
  declare legendSize: 's' | 'm' | 'l' | 'xl' | undefined;
  /** Makes the question the page's h1. */
  declare legendIsPageHeading: boolean;
  /** Whose date it is: `bday` for the person's own date of birth, so that the browser can fill it in. */
  declare autocomplete: 'bday' | undefined;
  /** The parts that the error is about: `month year`. All of them by default. */
  declare errorParts: string | undefined;

  constructor() {
    super();
    this.legendIsPageHeading = false;
    this.keepAssigned('parts', 'value');
  }

  override get control(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  #input(part: (typeof parts)[number]): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`input[name="${part}"], input[name$="-${part}"]`);
  }

  /** The parts as they were typed. */
  get parts(): DateParts {
    if (!this.control) return (this.kept('parts') as DateParts | undefined) ?? partsOf(this.getAttribute('value') ?? '');
    return Object.fromEntries(parts.map((part) => [part, this.#input(part)?.value.trim() ?? ''])) as unknown as DateParts;
  }
  set parts(value: Partial<DateParts>) {
    if (!this.control) {
      this.keep('parts', { ...noDate, ...value });
      return;
    }
    for (const part of parts) {
      const input = this.#input(part);
      if (input && value[part] !== undefined) input.value = value[part];
    }
  }

  /** The date in ISO 8601; empty while what was typed is no date. */
  get value(): string {
    const { day, month, year } = this.parts;
    if (![day, month, year].every((part) => /^\d+$/.test(part)) || year.length !== 4) return '';
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const date = new Date(`${iso}T00:00:00Z`);
    // 31 February rolls over into March: then it comes back as another date.
    return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(iso) ? iso : '';
  }
  set value(iso: string) {
    this.parts = partsOf(iso);
  }

  protected override get saysWords(): boolean {
    return true;
  }

  protected override template(): TemplateResult {
    const { id, name, ...field } = this.fieldOptions();
    const inError = this.errorParts?.split(/\s+/).filter(Boolean) ?? [];
    const part = (each: (typeof parts)[number]): { autocomplete?: string; error?: boolean } => ({
      autocomplete: this.autocomplete && `${this.autocomplete}-${each}`,
      error: field.errorMessage && inError.length > 0 ? inError.includes(each) : undefined,
    });
    return dateInputTemplate({
      ...field,
      id,
      namePrefix: name || undefined,
      values: { ...partsOf(this.getAttribute('value') ?? '') },
      day: part('day'),
      month: part('month'),
      year: part('year'),
      disabled: this.legend ? undefined : this.disabled,
      fieldset: this.legend
        ? {
            disabled: this.disabled,
            legend: {
              text: String(this.legend),
              isPageHeading: this.legendIsPageHeading,
              classes: this.legendSize && `council-fieldset-legend--${this.legendSize}`,
            },
          }
        : undefined,
    });
  }

  protected override get described(): { element: Element; id: string } | undefined {
    const { control } = this;
    if (!control) return undefined;
    const id = this.querySelector('.council-date-input')?.id ?? control.id.replace(/-[^-]*$/, '');
    return { element: control.closest('fieldset') ?? control, id };
  }

  protected override updateWritten(changed: PropertyValues): void {
    super.updateWritten(changed);
    const inputs = [...this.querySelectorAll<HTMLInputElement>('.council-date-input input')];
    if (changed.has('errorMessage') && (this.hasUpdated || this.errorMessage)) {
      const inError = this.errorParts?.split(/\s+/).filter(Boolean) ?? [];
      for (const input of inputs) {
        const part = parts.find((each) => input === this.#input(each));
        const isWrong = Boolean(this.errorMessage) && (inError.length === 0 || (part !== undefined && inError.includes(part)));
        input.classList.toggle('council-input--error', isWrong);
      }
    }
    if (!changed.has('disabled') || !(this.hasUpdated || this.disabled)) return;
    const fieldset = this.control?.closest('fieldset');
    for (const part of fieldset && this.contains(fieldset) ? [fieldset] : inputs) part.disabled = this.disabled;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-date-input': CouncilDateInput;
  }
}
