import { parseBy } from '@council-kit/core';
/** Between the journey's answers and what is sent: used by the widget and by the pages alike. */
import { answerTo, type Answers, type UploadedFile } from '@council-kit/journeys';
import type { NewReport } from '../contract/report.ts';
import { attributeQuestion } from '../rules/attribute-question.ts';
import { placeAnswerSchema, positionOf } from './special/place-answer.ts';

/** The report that the answers make. */
export function reportOf(answers: Answers): NewReport {
  const text = (name: string): string => {
    const answer = answerTo(answers, name);
    return typeof answer === 'string' ? answer : '';
  };
  const service_code = text('service');
  const place = parseBy(placeAnswerSchema, answerTo(answers, 'where'));
  const { words, accuracy } = place.success ? place.output : {};
  const position = positionOf(place.success ? place.output : undefined);
  const attributes: Record<string, string | string[]> = {};
  const prefix = attributeQuestion(service_code, '');
  // Answers are those to questions that are asked: of the picked service, and of no other.
  for (const name of Object.keys(answers).filter((each) => each.startsWith(prefix))) {
    const answer = answerTo(answers, name);
    const code = name.slice(prefix.length);
    if (typeof answer === 'string') attributes[code] = answer;
    else if (Array.isArray(answer)) attributes[code] = answer.filter((one) => typeof one === 'string');
  }
  const photos = answerTo(answers, 'photos');
  return {
    service_code,
    ...(position && { ...position, ...(accuracy === undefined ? {} : { accuracy }) }),
    ...(words ? { address_string: words } : {}),
    description: text('description'),
    attributes,
    photos: Array.isArray(photos) ? (photos as readonly UploadedFile[]).map(({ id }) => id) : [],
    contact: { name: text('name'), email: text('email'), phone: text('phone') },
  };
}

/** The question that asks for a field of the report: what the gateway found wrong is shown there. */
export function questionOfField(field: string, answers: Answers): string {
  if (field === 'service_code') return 'service';
  if (field === 'lat' || field === 'long' || field === 'address_string') return 'where';
  const [group, name] = field.split('.', 2);
  if (group === 'attributes' && name !== undefined) return attributeQuestion(String(answerTo(answers, 'service')), name);
  return group === 'contact' && name !== undefined ? name : (group ?? field);
}
