import type { FieldError } from '@council-kit/core';
import type { Content } from '@council-kit/elements/templates.js';
import type { TemplateResult } from 'lit';
import type { Journey } from '../definition.ts';
import type { SpecialKinds } from '../special.ts';
import type { PrepareFile, Upload } from '../submission.ts';
import type { choicesTemplate } from './choices.template.ts';
import type * as furtherPages from './further-pages.ts';

/** What a page is shown with: the two runners differ in nothing else. */
export interface PageView {
  /** Which page it is. */
  readonly address: string;
  readonly journey: Journey;
  readonly specials: SpecialKinds;
  readonly language: string;
  /** The languages offered; a switch is shown where there are several. */
  readonly languages: readonly string[];
  /** Whether scripts run. */
  readonly enhanced: boolean;
  /** What is wrong with what the page's form said, in order. */
  readonly errors: readonly FieldError[];
  /** An answer is being changed from the check page, and returns there. */
  readonly changing: boolean;
  /** The check page only: the answers are on their way, or the resident stopped that. */
  readonly sending?: 'under-way' | 'stopped';
  /** What special questions loaded, by question name. */
  readonly data: Readonly<Record<string, unknown>>;
  /** A link to a page of this journey. */
  href(address: string, changing?: boolean): string;
  /** Where this page's form is posted. Empty where a script takes it. */
  readonly action: string;
  /** Fields that go with every form: the server's token. */
  readonly hidden: Readonly<Record<string, string>>;
  /** With scripts: what takes in a file, and what is done to it before. */
  readonly upload?: Upload;
  readonly prepareFile?: PrepareFile;
  /** Something to say above the page that is no error: a notification banner. */
  readonly notice?: Content;
  /** Shows radios and checkboxes. Undefined in a browser that has not fetched it, and shows no page with either: `needsFurtherPages`. */
  readonly choices?: typeof choicesTemplate;
  /** Undefined in a browser that has not fetched them, and shows no page that needs them: `needsFurtherPages`. */
  readonly further?: typeof furtherPages;
}

/** A page, ready to be laid into a document or a widget. */
export interface JourneyPage {
  /** The page's heading in words; "Error: " is put before it where `errors` are shown. */
  readonly title: string;
  /** The link to the page before. */
  readonly back?: string;
  /** Error summary, heading and form. */
  readonly body: TemplateResult;
}

/**
 * What a page with choices needs.
 *
 * @throws TypeError where the runner shows it without
 */
export function choicesOf({ choices }: Pick<PageView, 'choices'>): typeof choicesTemplate {
  if (!choices) throw new TypeError('This page takes choices.template.ts, which the runner has not fetched.');
  return choices;
}

/**
 * What a page needs of the further pages.
 *
 * @throws TypeError where the runner shows it without them
 */
export function furtherOf({ further }: Pick<PageView, 'further'>): typeof furtherPages {
  if (!further) throw new TypeError('This page takes further-pages.ts, which the runner has not fetched.');
  return further;
}
