/**
 * Questions with rules and looks of their own: a place on a map, an address. A service brings one {@link SpecialKind} for each
 * name its definition uses; both runners work with it. Nothing in here needs a DOM or a server when it is imported.
 */
import { inTime, type FieldError } from '@council-kit/core';
import type { Content, HintOptions, LabelOptions } from '@council-kit/elements/templates.js';
import type { TemplateResult } from 'lit';
import type { GenericSchema } from 'valibot';
import type { Answers, SpecialAnswer, SpecialQuestion } from './definition.ts';

/** What every part of a special question is given. */
export interface SpecialContext {
  readonly question: SpecialQuestion;
  /** All answers given so far to questions that are asked. */
  readonly answers: Answers;
  readonly language: string;
  /** Ends when the resident has gone on or left. */
  readonly signal?: AbortSignal;
}

/** What its template is given beside that. */
export interface SpecialView<Value extends SpecialAnswer> extends SpecialContext {
  /** As parsed from the last form, right or wrong: nothing typed is lost. */
  readonly answer: Value | undefined;
  /** Of this question: those whose field is its name, or begins with its name and a hyphen or dot. */
  readonly errors: readonly FieldError[];
  /** Label or legend, the page's h1 where it is the page's only question. */
  readonly label: LabelOptions;
  readonly hint?: HintOptions;
  /** What `load` gave; undefined while it has not. */
  readonly data: unknown;
  /** Whether scripts run: false on the server. Both must ask the same; scripts may only make it easier. */
  readonly enhanced: boolean;
}

/** The outcome of one of its own buttons. */
export interface SpecialActionOutcome<Value extends SpecialAnswer> {
  readonly answer: Value | undefined;
  readonly errors?: readonly FieldError[];
}

/** What came of going on. */
export interface SpecialCompletion<Value extends SpecialAnswer> extends SpecialActionOutcome<Value> {
  /** Asks for more on the same page, which is nobody's error: what was typed has been looked up, now choose. */
  readonly stay?: boolean;
}

/** One kind of special question. */
export interface SpecialKind<Value extends SpecialAnswer = SpecialAnswer> {
  /**
   * Fetches what the other parts need, once. In a browser it is called soon after the first page is shown, and awaited before a page that
   * has the question, and the check page; rejecting is told to the resident as a lost connection, and it is called again. See {@link fetchedSpecial}.
   */
  prepare?(): Promise<unknown>;
  /** What an answer is. What comes back from a draft goes through it; what does not fit counts as not answered. */
  readonly schema: GenericSchema<unknown, Value>;
  /**
   * Reads the answer from the page's form, whatever is in it; undefined where nothing was given. Never throws.
   * Its controls' names are the question's name, or begin with it and a hyphen (`where-words`).
   *
   * @param before the answer before this one: what a form does not show again can be kept from it
   */
  parse(form: FormData, question: SpecialQuestion, before?: Value): Value | undefined;
  /**
   * What is wrong with an answer, in the order of its controls. May ask the gateway. The rules `required` of the definition
   * are checked before it and need not be repeated.
   */
  check?(answer: Value, context: SpecialContext): readonly FieldError[] | Promise<readonly FieldError[]>;
  /** Fetches what the question shows (a list, reports near a place) when its page is entered. Rejecting shows the page without. */
  load?(context: SpecialContext & { readonly answer: Value | undefined }): Promise<unknown>;
  /** The question as native HTML in its host tag. The same on the server and in the browser. */
  template(view: SpecialView<Value>): TemplateResult;
  /** How the answer reads where answers are checked. */
  summary(answer: Value, context: Omit<SpecialContext, 'signal'>): Content;
  /**
   * Its own buttons, for those without scripts: `<button name="_action" value="special:where:find">` submits the page's form and comes
   * here with `find`. The answer it gives is kept (with what the button found, if the schema has room for it) and the page shown again.
   */
  act?(action: string, answer: Value | undefined, context: SpecialContext): Promise<SpecialActionOutcome<Value>>;
  /**
   * Runs when the resident goes on, before the answer is checked: it may complete it (what was picked becomes what that stands for). The
   * answer it gives is kept; where it has errors or stays, the page is shown again.
   */
  complete?(answer: Value, context: SpecialContext): Promise<SpecialCompletion<Value>>;
  /** The id that the error summary's link points at. The field's name by default. */
  focusId?(field: string, question: SpecialQuestion): string;
}

/**
 * Special kinds by name. Make an entry with {@link special}, which keeps schema and functions in step.
 */
export type SpecialKinds = Readonly<Record<string, SpecialKind>>;

/** Puts a typed special kind among the others. */
export function special<Value extends SpecialAnswer>(kind: SpecialKind<Value>): SpecialKind {
  // Every answer passes through `kind.schema` or comes from `kind.parse` before the other functions see it, so the narrower parameter is safe.
  return kind as unknown as SpecialKind;
}

/**
 * A special kind whose code comes when it is needed: a journey's first question need not wait for what a later one takes.
 *
 * @param schema of its answers, which drafts are read with before anything is fetched
 * @param fetch gives the kind itself: `import()` it
 * @param first what is there at once, where the journey's first page asks this: it is shown, and the rest is there before it is answered
 */
export function fetchedSpecial<Value extends SpecialAnswer>(
  schema: SpecialKind<Value>['schema'],
  fetch: () => Promise<SpecialKind<Value>>,
  first: Partial<Pick<SpecialKind<Value>, 'template' | 'focusId'>> = {},
): SpecialKind {
  let fetching: Promise<unknown> | undefined;
  const kind: Pick<SpecialKind<Value>, 'schema' | 'prepare'> = {
    ...first,
    schema,
    // The rest is put in when it arrives; no runner uses it before `prepare` is done.
    prepare: () =>
      (fetching ??= inTime(fetch()).then(
        (fetched) => Object.assign(kind, fetched, { prepare: undefined }),
        (error: unknown) => {
          fetching = undefined;
          throw error;
        },
      )),
  };
  return special(kind as SpecialKind<Value>);
}

/** The button value that brings a form to {@link SpecialKind.act}. */
export function specialAction(question: SpecialQuestion, action: string): string {
  return `special:${question.name}:${action}`;
}
