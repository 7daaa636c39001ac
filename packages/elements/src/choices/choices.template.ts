import { html, nothing, type TemplateResult } from 'lit';
import { classes, orNothing, type Content } from '../field/content.ts';
import { describedBy, type ErrorMessageOptions, type HintOptions } from '../field/field-options.ts';
import { formGroupClasses, helpTemplate, hintTemplate, labelTemplate } from '../field/field.template.ts';
import { fieldsetTemplate, type FieldsetOptions } from '../fieldset/fieldset.template.ts';

/** One thing to choose. */
export interface ChoiceItem {
  readonly text: Content;
  readonly value: string;
  readonly id?: string;
  /** Checkboxes only: a name of its own. */
  readonly name?: string;
  readonly hint?: HintOptions;
  readonly label?: { readonly classes?: string };
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** Shown while it is chosen. Without JavaScript always: what it asks must make sense unasked. Not with inline radios. */
  readonly conditional?: { readonly text: Content };
  /** Checkboxes only: `exclusive` for "None of these". The server checks it too, for those without JavaScript. */
  readonly behaviour?: 'exclusive';
  /** Words it is also found by, where the choices can be searched. */
  readonly keywords?: string;
}

/** A word between choices: "or". */
export interface ChoiceDivider {
  readonly divider: Content;
}

/** Choices under a heading. */
export interface ChoiceGroup {
  readonly heading: Content;
  readonly items: readonly (ChoiceItem | ChoiceDivider)[];
}

export type Choice = ChoiceItem | ChoiceDivider | ChoiceGroup;

/** What radios and checkboxes have in common. */
export interface ChoicesOptions {
  readonly name: string;
  /** What the ids begin with. The name by default. The first choice has it as its id, for summary links. */
  readonly idPrefix?: string;
  readonly items: readonly (Choice | null | undefined | false)[];
  /** The question, as a group's legend. */
  readonly fieldset?: FieldsetOptions;
  readonly hint?: HintOptions;
  readonly errorMessage?: ErrorMessageOptions;
  readonly formGroup?: {
    readonly classes?: string;
    readonly beforeInputs?: { readonly text: Content };
    readonly afterInputs?: { readonly text: Content };
  };
  readonly classes?: string;
  readonly disabled?: boolean;
  /** A field above the choices that narrows them as one types; only with JavaScript. */
  readonly searchable?: boolean;
  /** The language of the words the template itself says. English by default. */
  readonly lang?: string;
}

/** What differs between the two. */
interface Kind {
  readonly type: 'radio' | 'checkbox';
  readonly block: 'council-radios' | 'council-checkboxes';
  readonly isChecked: (item: ChoiceItem) => boolean;
  /** Ids that describe each choice, where there is no fieldset to describe. */
  readonly itemDescribedBy?: string;
}

function itemTemplate(item: ChoiceItem, id: string, options: ChoicesOptions, kind: Kind): TemplateResult {
  const { conditional, hint } = item;
  const hintId = hint && `${id}-item-hint`;
  const conditionalId = conditional && `conditional-${id}`;
  return html`<div class="council-choices-item" data-keywords=${orNothing(item.keywords)}>
      <input
        class="council-choices-input"
        id=${id}
        name=${item.name ?? options.name}
        type=${kind.type}
        value=${item.value}
        ?checked=${kind.isChecked(item)}
        ?disabled=${item.disabled ?? options.disabled}
        data-aria-controls=${orNothing(conditionalId)}
        data-behaviour=${orNothing(item.behaviour)}
        aria-describedby=${orNothing(classes(kind.itemDescribedBy, hintId))}
      />${labelTemplate({ text: item.text, for: id, classes: classes('council-choices-label', item.label?.classes) })}${
        hint && hintId ? hintTemplate({ ...hint, id: hintId, classes: classes('council-choices-hint', hint.classes) }) : nothing
      }
    </div>
    ${conditional && conditionalId ? html`<div class="council-choices-conditional" id=${conditionalId}>${conditional.text}</div>` : nothing}`;
}

/** The choices of radios or checkboxes with their question, hint and error, as native HTML. */
export function choicesTemplate(options: ChoicesOptions, kind: Kind): TemplateResult {
  const { idPrefix = options.name, fieldset, formGroup } = options;
  const described = describedBy(idPrefix, { ...options, describedBy: fieldset?.describedBy });
  const kindOfItems = fieldset
    ? { ...kind, itemDescribedBy: undefined }
    : { ...kind, itemDescribedBy: classes(kind.itemDescribedBy, described) };
  let count = 0;
  let groups = 0;
  const choice = (item: Choice | null | undefined | false): Content | typeof nothing => {
    if (!item) return nothing;
    if ('items' in item) {
      groups += 1;
      const headingId = `${idPrefix}-group-${String(groups)}`;
      return html`<div class="council-choices-group" role="group" aria-labelledby=${headingId}>
        <p class="council-choices-heading" id=${headingId}>${item.heading}</p>
        ${item.items.map(choice)}
      </div>`;
    }
    // The first id has no number, so that a summary can link to it knowing the name alone.
    count += 1;
    if ('divider' in item) return html`<div class="council-choices-divider">${item.divider}</div>`;
    return itemTemplate(item, item.id ?? (count === 1 ? idPrefix : `${idPrefix}-${String(count)}`), options, kindOfItems);
  };
  const inner = html`${helpTemplate(idPrefix, options)}
    <div class=${classes(kind.block, options.classes)} data-searchable=${options.searchable ? '' : nothing}>
      ${formGroup?.beforeInputs?.text ?? nothing}${options.items.map(choice)}${formGroup?.afterInputs?.text ?? nothing}
    </div>`;
  return html`<div class=${formGroupClasses(options)}>
    ${fieldset ? fieldsetTemplate({ ...fieldset, describedBy: described }, inner) : inner}
  </div>`;
}
