/**
 * A service as data. Everything here is a plain value (it survives `JSON.stringify`), so the browser, the server and
 * an editor can all read it, and a council writes its own service as another value.
 */
import type { Text, TextUnit } from '@council-kit/core';

/** A file that the gateway has taken in; the bytes stay there. */
export interface UploadedFile {
  /** Opaque; the gateway's. */
  readonly id: string;
  /** What the resident called it, for them to recognise it. Never a path. */
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

/** What a special question answers with: any JSON object, checked by the special question's own schema. */
export type SpecialAnswer = Readonly<Record<string, unknown>>;

/** One answer: words, several choices, files, a special question's value, or the entries of a repeated section. */
export type Answer = string | readonly string[] | readonly UploadedFile[] | SpecialAnswer | readonly Answers[];

/** Answers by question name. A question that was not answered has no entry. */
export interface Answers {
  readonly [question: string]: Answer | undefined;
}

/** When a step or a question is asked. */
export type Condition =
  | { readonly question: string; readonly is: string | readonly string[] }
  /** Checkboxes: this choice is among those ticked. */
  | { readonly question: string; readonly includes: string }
  | { readonly answered: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** What an answer must be. The first rule that fails gives the error. */
export type Rule =
  | { readonly rule: 'required'; readonly message: Text }
  /** Counted as people count, unless the limit is somebody else's: then as they count. */
  | { readonly rule: 'max-characters'; readonly characters: number; readonly unit?: TextUnit; readonly message: Text }
  | { readonly rule: 'max-words'; readonly words: number; readonly message: Text }
  /** The whole answer must match this regular expression source (flag `u`). Kept free of nested quantifiers: it runs on the server. */
  | { readonly rule: 'pattern'; readonly pattern: string; readonly message: Text }
  | { readonly rule: 'email' | 'telephone' | 'postcode' | 'past-date' | 'real-date' | 'whole-number'; readonly message: Text }
  | { readonly rule: 'max-items'; readonly items: number; readonly message: Text };

interface QuestionBase {
  /** The form control's name, the answer's key and the field of its errors. */
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
  /** Asked only when this holds. An answer to a question that is not asked is not part of what is submitted. */
  readonly when?: Condition;
  readonly rules?: readonly Rule[];
  /** How the question is called where answers are checked. The label by default. */
  readonly summaryLabel?: Text;
}

/** One line of text. */
export interface TextQuestion extends QuestionBase {
  readonly kind: 'text';
  readonly type?: 'text' | 'email' | 'tel';
  readonly inputmode?: 'numeric' | 'decimal' | 'email' | 'tel';
  readonly autocomplete?: string;
  readonly spellcheck?: boolean;
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
}

/** Several lines of text, counted where there is a limit. */
export interface TextareaQuestion extends QuestionBase {
  readonly kind: 'textarea';
  readonly rows?: number;
  readonly maxCharacters?: number;
  /** What `maxCharacters` counts: `characters` by default, as people count. */
  readonly characterUnit?: TextUnit;
}

export interface Choice {
  readonly value: string;
  readonly text: Text;
  readonly hint?: Text;
  /** Shown when the choice is picked: what the council can and cannot do, where to turn. */
  readonly notice?: { readonly text: Text; readonly link?: { readonly text: Text; readonly href: string } };
  /** Questions revealed by the choice, asked only while it is picked. */
  readonly questions?: readonly (TextQuestion | TextareaQuestion)[];
  /** A heading that choices are gathered under. */
  readonly group?: Text;
  /** Words it can also be found by, where the choices are searchable. */
  readonly keywords?: Text;
}

/** One choice of a few. */
export interface RadiosQuestion extends QuestionBase {
  readonly kind: 'radios';
  readonly choices: readonly Choice[];
  /** A field above the choices that narrows them as one types; grouped choices keep their headings. */
  readonly searchable?: boolean;
}

/** Any number of choices; one can be "none of these", which excludes the others. */
export interface CheckboxesQuestion extends QuestionBase {
  readonly kind: 'checkboxes';
  readonly choices: readonly Choice[];
  readonly none?: Choice;
  /** What is said when "none" and others arrive together (no JavaScript). */
  readonly noneMessage?: Text;
}

export interface SelectQuestion extends QuestionBase {
  readonly kind: 'select';
  readonly choices: readonly Choice[];
}

/** Photos, taken in by the gateway one by one. */
export interface FilesQuestion extends QuestionBase {
  readonly kind: 'files';
  readonly maxFiles: number;
  /** Bytes. */
  readonly maxSize: number;
  /** As the `accept` attribute. */
  readonly accept: string;
}

/** A day, as three inputs; the answer is ISO 8601 (`2026-11-23`), or the three parts as typed while it is not a date. */
export interface DateQuestion extends QuestionBase {
  readonly kind: 'date';
}

/** A question with rules and looks of its own (a place, an address): named here, brought to the runners by the service. */
export interface SpecialQuestion extends QuestionBase {
  readonly kind: 'special';
  /** The name the runners know it by. */
  readonly special: string;
  /** What it needs to know; plain data. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Words between the questions. */
export interface Information {
  readonly kind: 'information';
  readonly look: 'paragraph' | 'inset' | 'warning';
  readonly text: Text;
  readonly link?: { readonly text: Text; readonly href: string };
  readonly when?: Condition;
}

export type Question =
  TextQuestion | TextareaQuestion | RadiosQuestion | CheckboxesQuestion | SelectQuestion | FilesQuestion | DateQuestion | SpecialQuestion;

/** One page: one thing asked, which may take several questions. */
export interface Step {
  /** Its part of the address: lower-case words and hyphens. */
  readonly id: string;
  /** The page's heading. Where a step has one question without a heading of its own, that question's label is the h1. */
  readonly title?: Text;
  readonly when?: Condition;
  readonly contents: readonly (Question | Information)[];
  /** The words on its button. "Continue" by default. */
  readonly button?: Text;
}

/** Steps that are gone through once for each entry: each vehicle, each person. Its answers are a list under `name`. */
export interface RepeatedSection {
  readonly id: string;
  readonly name: string;
  readonly title: Text;
  readonly when?: Condition;
  readonly steps: readonly Step[];
  readonly max: number;
  readonly anotherQuestion: Text;
  /** The name of the question in an entry that tells the entries apart in the list. */
  readonly entryLabel: string;
}

/** A line of the check page that no question asked for. */
export interface KnownFact {
  readonly label: Text;
  readonly value: Text;
  /** A reference or a name: translation programs leave it alone. */
  readonly verbatim?: boolean;
}

/** A whole service. */
export interface Journey {
  /** Lower-case words and hyphens; keeps drafts of different services apart. */
  readonly name: string;
  readonly title: Text;
  /** Said above the heading of every question: what is being paid for. */
  readonly caption?: Text;
  readonly steps: readonly (Step | RepeatedSection)[];
  /** The last page before anything is sent. */
  readonly check: {
    readonly title: Text;
    readonly button: Text;
    readonly declaration?: Text;
    /** What was known and not asked: the first lines of the list, with no link to change them. */
    readonly known?: readonly KnownFact[];
    /**
     * Where sending can take long: what the button says meanwhile, the words on the button that stops it, and what is said then. Only for a
     * service that takes nothing in before the resident has done more, as in a payment.
     */
    readonly sending?: { readonly text: Text; readonly stop: Text; readonly stopped: Text };
  };
  /** The page that tells it was received. Runners can be given a richer one. */
  readonly confirmation?: {
    readonly title: Text;
    /** What happens next, a paragraph each. */
    readonly next?: readonly Text[];
  };
  /** What is said where nobody answered when it was sent, and the heading over the sentence of a refusal. Our own words unless given. */
  readonly notSent?: { readonly title: Text; readonly text: Text; readonly refusedTitle?: Text };
  /** Where to turn when it cannot be done here. Failures show it, and with a `heading` of its own every page does, below that. */
  readonly contact?: { readonly text: Text; readonly telephone?: string; readonly email?: string; readonly heading?: Text };
}
