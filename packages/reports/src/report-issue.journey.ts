import type { Text } from '@council-kit/core';
import type { Choice, Information, Journey, Question, Rule, Step } from '@council-kit/journeys';
import { descriptionLimit, descriptionUnit, photoLimit, photoSizeLimit } from './contract/limits.ts';
import type { ReportForm } from './contract/report-form.ts';
import type { Attribute, ServiceKind } from './contract/service-kind.ts';
import { journeyTexts as texts } from './report-issue.messages.ts';
import { attributeQuestion } from './rules/attribute-question.ts';
import { ruleMessages } from './rules/report-rules.messages.ts';

/** What the council decides about the form. */
export interface ReportFormOptions {
  /** The Open311 services that it takes reports of. */
  readonly services: readonly ServiceKind[];
  /** Days after which contact details are deleted. */
  readonly keepContactDays: number;
  /** Whether others may read descriptions. */
  readonly publicDescriptions: boolean;
  /** Where to turn when it cannot be done here. */
  readonly contact?: Journey['contact'];
  /** Whether `GET /reports/map` has something to draw, or the tiles to draw instead. */
  readonly map: { readonly features: boolean; readonly tiles?: string; readonly attribution?: string };
}

/**
 * The journey, as data, from the council's Open311 services: what → where → nearby → details → photos → contact → check. The
 * details are the picked service's own questions. {@link journeyOfForm} makes one journey of it for the answers so far.
 */
export function reportForm({ services, keepContactDays, publicDescriptions, contact, map }: ReportFormOptions): ReportForm {
  return {
    outline: {
      name: 'report-issue',
      title: texts.title,
      steps: [],
      check: { title: texts.check, button: texts.send },
      confirmation: { title: texts.sent },
      ...(contact ? { contact } : {}),
    },
    before: [whatStep(services), whereStep(map)],
    nearby: nearbyStep,
    details: Object.fromEntries(services.map((kind) => [kind.service_code, detailsStep(kind, publicDescriptions)])),
    after: [photosStep, contactStep(keepContactDays)],
  };
}

function whatStep(services: readonly ServiceKind[]): Step {
  return {
    id: 'what',
    contents: [
      {
        kind: 'radios',
        name: 'service',
        label: texts.what,
        summaryLabel: texts.whatSummary,
        searchable: true,
        choices: services.map((kind) => ({
          value: kind.service_code,
          text: kind.service_name,
          hint: kind.description,
          group: kind.group,
          keywords: kind.keywords,
        })),
        rules: [{ rule: 'required', message: ruleMessages.serviceRequired }],
      },
    ],
  };
}

function whereStep(map: ReportFormOptions['map']): Step {
  return {
    id: 'where',
    contents: [
      {
        kind: 'special',
        special: 'report-place',
        name: 'where',
        label: texts.where,
        summaryLabel: texts.whereSummary,
        hint: texts.whereHint,
        settings: { ...map },
        rules: [{ rule: 'required', message: ruleMessages.placeRequired }],
      },
    ],
  };
}

const nearbyStep: Step = {
  id: 'nearby',
  button: texts.nearbyButton,
  contents: [{ kind: 'special', special: 'reports-nearby', name: 'nearby', label: texts.nearby, summaryLabel: texts.nearbySummary }],
};

function detailsStep(kind: ServiceKind, isPublic: boolean): Step {
  const contents: (Question | Information)[] = [];
  if (kind?.notice)
    contents.push({ kind: 'information', look: 'inset', text: kind.notice.text, ...(kind.notice.link ? { link: kind.notice.link } : {}) });
  for (const attribute of kind.attributes) contents.push(questionOf(kind.service_code, attribute));
  const hint = kind.description_hint ?? texts.descriptionHint;
  contents.push({
    kind: 'textarea',
    name: 'description',
    label: texts.description,
    summaryLabel: texts.descriptionSummary,
    hint: isPublic ? { en: `${hint.en} ${texts.descriptionPublic.en}`, cy: `${hint.cy} ${texts.descriptionPublic.cy}` } : hint,
    rows: 6,
    maxCharacters: descriptionLimit,
    characterUnit: descriptionUnit,
    rules: [
      { rule: 'required', message: ruleMessages.descriptionRequired },
      { rule: 'max-characters', characters: descriptionLimit, unit: descriptionUnit, message: ruleMessages.descriptionTooLong },
    ],
  });
  return { id: 'details', title: kind.service_name, contents };
}

/** An Open311 attribute as a question. */
function questionOf(serviceCode: string, attribute: Attribute): Question {
  const { description, datatype_description: hint, required, label, values, datatype } = attribute;
  const rules: Rule[] = required ? [{ rule: 'required', message: required }] : [];
  const common = {
    name: attributeQuestion(serviceCode, attribute.code),
    label: required ? description : texts.optional(description),
    summaryLabel: label,
    ...(hint ? { hint } : {}),
  };
  const tooLong: Rule = { rule: 'max-characters', characters: 1000, message: ruleMessages.answerTooLong };
  switch (datatype) {
    case 'singlevaluelist':
      return { ...common, kind: 'radios', choices: choicesOf(values), rules };
    case 'multivaluelist':
      return { ...common, kind: 'checkboxes', choices: choicesOf(values), rules };
    case 'text':
      return { ...common, kind: 'textarea', rules: [...rules, tooLong] };
    case 'datetime':
      return { ...common, kind: 'date', rules: [...rules, { rule: 'real-date', message: ruleMessages.dateUnreadable }] };
    case 'number':
      return {
        ...common,
        kind: 'text',
        inputmode: 'decimal',
        width: 10,
        rules: [...rules, { rule: 'pattern', pattern: '[+-]?\\d{1,15}(\\.\\d{1,10})?', message: ruleMessages.numberUnreadable }],
      };
    case 'string':
      return { ...common, kind: 'text', rules: [...rules, tooLong] };
  }
}

const choicesOf = (values: Attribute['values']): Choice[] =>
  values.map(({ key, name, notice }) => ({ value: key, text: name, ...(notice ? { notice } : {}) }));

const photosStep: Step = {
  id: 'photos',
  contents: [
    {
      kind: 'files',
      name: 'photos',
      label: texts.photos,
      summaryLabel: texts.photosSummary,
      hint: texts.photosHint,
      maxFiles: photoLimit,
      maxSize: photoSizeLimit,
      accept: 'image/*',
    },
  ],
};

function contactStep(days: number): Step {
  const line = (name: string, label: Text, summaryLabel: Text) => ({ kind: 'text', name, label, summaryLabel }) as const;
  return {
    id: 'contact',
    title: texts.contact,
    contents: [
      { kind: 'information', look: 'paragraph', text: texts.contactOptional },
      {
        ...line('name', texts.name, texts.nameSummary),
        autocomplete: 'name',
        spellcheck: false,
        rules: [{ rule: 'max-characters', characters: 200, message: ruleMessages.nameTooLong }],
      },
      {
        ...line('email', texts.email, texts.emailSummary),
        type: 'email',
        autocomplete: 'email',
        spellcheck: false,
        rules: [{ rule: 'email', message: ruleMessages.emailUnreadable }],
      },
      {
        ...line('phone', texts.phone, texts.phoneSummary),
        type: 'tel',
        autocomplete: 'tel',
        width: 20,
        rules: [{ rule: 'telephone', message: ruleMessages.phoneUnreadable }],
      },
      { kind: 'information', look: 'inset', text: texts.contactUse(days) },
    ],
  };
}
