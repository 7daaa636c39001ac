import { html, nothing, type TemplateResult } from 'lit';
import { classes, orNothing, type Content } from '../field/content.ts';
import { describedBy, type ErrorMessageOptions, type HintOptions } from '../field/field-options.ts';
import { formGroupClasses, helpTemplate, labelTemplate } from '../field/field.template.ts';
import { fieldsetTemplate, type FieldsetOptions } from '../fieldset/fieldset.template.ts';
import { dateInputMessages } from './date-input.messages.ts';

/** One part of the date: its name is the last word of its id and of the name it is submitted by. */
export interface DateInputPart {
  readonly name?: string;
  readonly label?: Content;
  readonly value?: string;
  readonly id?: string;
  readonly classes?: string;
  readonly inputmode?: string;
  /** `bday-day` and the like, for dates of birth alone. */
  readonly autocomplete?: string;
  readonly pattern?: string;
  /** True where this part is in error, false where it is not though the date is. All parts of a date in error, by default. */
  readonly error?: boolean;
}

/** Names and meanings follow https://design-system.service.gov.uk/components/date-input/ */
export interface DateInputOptions {
  /** What the ids begin with: `{id}-day`. */
  readonly id: string;
  /** What the names begin with: `{namePrefix}-day`. */
  readonly namePrefix?: string;
  readonly day?: DateInputPart;
  readonly month?: DateInputPart;
  readonly year?: DateInputPart;
  /** Other parts than day, month and year. */
  readonly items?: readonly (DateInputPart | null | undefined | false)[];
  /** By the parts' names, with the prefix or without. As typed, even where it is no date. */
  readonly values?: Readonly<Record<string, string | undefined>>;
  readonly fieldset?: FieldsetOptions;
  /** With an example whose day is over 12, so that it cannot be read the other way round. */
  readonly hint?: HintOptions;
  readonly errorMessage?: ErrorMessageOptions;
  readonly formGroup?: {
    readonly classes?: string;
    readonly beforeInputs?: { readonly text: Content };
    readonly afterInputs?: { readonly text: Content };
  };
  readonly classes?: string;
  readonly disabled?: boolean;
  /** The language of the words the template itself says. English by default. */
  readonly lang?: string;
}

const known = ['day', 'month', 'year'] as const;

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A date as people write it, in three inputs, as native HTML. Never moves on by itself: that loses people who look at their fingers. */
export function dateInputTemplate(options: DateInputOptions): TemplateResult {
  const { id, namePrefix, fieldset, formGroup, errorMessage, lang = 'en' } = options;
  const parts: readonly (DateInputPart | null | undefined | false)[] = options.items?.length
    ? options.items
    : known.map((name) => ({ name, ...options[name] }));
  const someInError = parts.some((part) => part && part.error);
  const partTemplate = (part: DateInputPart): TemplateResult => {
    const name = part.name ?? 'day';
    const word = known.find((each) => each === name || options[each]?.name === name);
    const fullName = namePrefix ? `${namePrefix}-${name}` : name;
    const partId = part.id ?? `${id}-${name}`;
    const inError = part.error ?? (errorMessage !== undefined && !someInError);
    const width = part.classes?.includes('council-input--width-') ? undefined : `council-input--width-${word === 'year' ? '4' : '2'}`;
    return html`<div class="council-date-input-item">
      ${labelTemplate({ text: part.label ?? (word ? dateInputMessages.say(word, lang) : capitalised(name)), for: partId, classes: 'council-date-input-label' })}
      <input
        class=${classes('council-input', inError && 'council-input--error', width, part.classes)}
        id=${partId}
        name=${fullName}
        type="text"
        inputmode=${part.inputmode ?? 'numeric'}
        value=${orNothing(part.value ?? options.values?.[name] ?? options.values?.[fullName])}
        autocomplete=${orNothing(part.autocomplete)}
        pattern=${orNothing(part.pattern)}
        ?disabled=${options.disabled}
      />
    </div>`;
  };
  const described = describedBy(id, { ...options, describedBy: fieldset?.describedBy });
  const inner = html`${helpTemplate(id, options)}
    <div class=${classes('council-date-input', options.classes)} id=${orNothing(id)}>
      ${formGroup?.beforeInputs?.text ?? nothing}${parts.map((part) => (part ? partTemplate(part) : nothing))}${formGroup?.afterInputs?.text ?? nothing}
    </div>`;
  return html`<div class=${formGroupClasses(options)}>
    ${fieldset ? fieldsetTemplate({ role: 'group', ...fieldset, describedBy: described }, inner) : inner}
  </div>`;
}
