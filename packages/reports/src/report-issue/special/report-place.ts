/** The special question "Where is it?": words, the device's position, or a map, none of them second-class. */
import { cleanLine, inLanguage, isLongerThan, safeUrl, type FieldError } from '@council-kit/core';
import type { SpecialContext, SpecialKind } from '@council-kit/journeys';
import { fieldsetTemplate, insetTextTemplate, textInputTemplate } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import { addressLimit } from '../../contract/limits.ts';
import type { Place } from '../../contract/report-answers.ts';
import type { Position } from '../../rules/distance.ts';
import { placeAnswerSchema, positionOf, type PlaceAnswer } from './place-answer.ts';
import { placeTexts } from './report-place.messages.ts';

/** Tells what is at a position; undefined where nobody answers just now. The gateway in the browser, the map itself on the server. */
export type LookUpPlace = (
  position: Position,
  options: { readonly language: string; readonly signal?: AbortSignal },
) => Promise<Place | undefined>;

/** Brings the question to a runner. */
export function reportPlace(lookUp: LookUpPlace, options: { readonly mapUrl?: string } = {}): SpecialKind<PlaceAnswer> {
  const lookUpAnswer = async (
    answer: PlaceAnswer | undefined,
    { language, signal }: Pick<SpecialContext, 'language' | 'signal'>,
  ): Promise<Place | undefined> => {
    const position = positionOf(answer);
    return position && lookUp(position, { language, signal });
  };
  return {
    schema: placeAnswerSchema,
    parse: (form, { name }) => parse(form, name),
    async check(answer, { question, language, signal }) {
      const errors: FieldError[] = [];
      if (isLongerThan(answer.words ?? '', addressLimit))
        errors.push({ field: `${question.name}-words`, message: inLanguage(placeTexts.tooLong(addressLimit), language) });
      // Where nobody answers, what is sent is looked at again by the gateway.
      const place = await lookUpAnswer(answer, { language, signal }).catch(() => undefined);
      if (place && !place.inside)
        errors.push({ field: `${question.name}-words`, message: inLanguage(placeTexts.outside(place), language) });
      return errors;
    },
    load: ({ answer, language, signal }) => lookUpAnswer(answer, { language, signal }),
    template: ({ question, answer = {}, errors, label, hint: ways, data, language, enhanced }) => {
      const { name } = question;
      // Without scripts there is one way.
      const hint = enhanced ? ways : undefined;
      const place = data as Place | undefined;
      const [error] = errors;
      return html`<council-report-place name=${name} map-url=${options.mapUrl ?? nothing} .lookUp=${lookUp} .settings=${question.settings}
        >${fieldsetTemplate(
          {
            legend: { ...label, classes: label.isPageHeading ? 'council-fieldset-legend--l' : undefined },
            describedBy: hint && `${name}-hint`,
          },
          html`${hint ? html`<div class="council-hint" id=${`${name}-hint`}>${hint.text}</div>` : nothing}
          ${place && !place.inside ? outsideTemplate(place, language) : nothing}
          ${textInputTemplate({
            id: `${name}-words`,
            name: `${name}-words`,
            label: { text: inLanguage(placeTexts.words, language) },
            hint: { text: inLanguage(placeTexts.wordsHint, language) },
            value: answer.words ?? '',
            autocomplete: 'off',
            errorMessage: error && { text: error.message },
            lang: language,
          })}${hiddenTemplate(name, answer)}`,
        )}</council-report-place
      >`;
    },
    summary: (answer, { language }) => summarise(answer, language),
    focusId: (_field, { name }) => `${name}-words`,
  };
}

/** What a script fills in; a draft brings it back. */
function hiddenTemplate(name: string, { lat, long, accuracy, place }: PlaceAnswer): TemplateResult {
  const hidden = (part: string, value: string | number | undefined) =>
    html`<input type="hidden" name=${`${name}-${part}`} value=${value ?? ''} />`;
  return html`${hidden('lat', lat)}${hidden('long', long)}${hidden('accuracy', accuracy)}${hidden('place', place)}`;
}

function outsideTemplate(place: Place, language: string): TemplateResult {
  const url = safeUrl(place.neighbour?.url);
  return insetTextTemplate({
    text: html`${inLanguage(placeTexts.outsideShort(place), language)}
    ${url ? html`<a class="council-link" href=${url}>${inLanguage(placeTexts.reportThere(place.neighbour?.name ?? ''), language)}</a>` : nothing}`,
  });
}

function parse(form: FormData, name: string): PlaceAnswer | undefined {
  const text = (part: string): string => {
    const value = form.get(`${name}-${part}`);
    return typeof value === 'string' ? cleanLine(value).replace(/ +/g, ' ') : '';
  };
  const number = (part: string): number | undefined =>
    text(part) === '' || !Number.isFinite(Number(text(part))) ? undefined : Number(text(part));
  const words = text('words');
  const given = { lat: number('lat'), long: number('long'), accuracy: number('accuracy'), place: text('place') || undefined };
  const answer = { ...(words === '' ? {} : { words }), ...(positionOf(given) && !((given.accuracy ?? 0) < 0) ? given : {}) };
  return Object.keys(answer).length > 0 ? answer : undefined;
}

function summarise(answer: PlaceAnswer, language: string): TemplateResult {
  const position = positionOf(answer);
  const known = position && (answer.place ?? `${position.lat.toFixed(5)}, ${position.long.toFixed(5)}`);
  const pin = known && (answer.accuracy === undefined ? placeTexts.pinAt(known) : placeTexts.deviceAt(known, Math.round(answer.accuracy)));
  return html`${answer.words ?? nothing}${answer.words && pin ? html`<br />` : nothing}${pin ? inLanguage(pin, language) : nothing}`;
}
