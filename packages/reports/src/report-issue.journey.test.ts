import assert from 'node:assert/strict';
import test from 'node:test';
import { definitionFaults } from '@council-kit/journeys/server';
import * as v from 'valibot';
import { serviceKindSchema } from './contract/service-kind.ts';
import { reportForm } from './report-issue.journey.ts';
import { journeyOfForm } from './report-issue/journey-of-form.ts';
import { defaultServices } from './services/default-services.ts';

const form = reportForm({ services: defaultServices, keepContactDays: 90, publicDescriptions: true, map: { features: true } });

test('the journey of every service is sound, with reports near and without', () => {
  for (const { service_code } of defaultServices) {
    for (const nearby of [true, false])
      assert.deepEqual(definitionFaults(journeyOfForm(form, { service: service_code }, { nearby })), [], service_code);
  }
  assert.deepEqual(definitionFaults(journeyOfForm(form, {}, { nearby: false })), []);
});

test('at least twelve kinds, each with a question of its own, grouped, with words to find it by, in both languages', () => {
  assert.ok(defaultServices.length >= 12);
  for (const kind of defaultServices) {
    assert.deepEqual(v.parse(serviceKindSchema, kind), kind);
    assert.ok(kind.attributes.length > 0, kind.service_code);
    assert.equal(new Set(kind.attributes.map(({ code }) => code)).size, kind.attributes.length);
  }
  assert.equal(new Set(defaultServices.map(({ service_code }) => service_code)).size, defaultServices.length);
});

test('errors are said as GOV.UK says them, and no English is left in the Welsh', () => {
  const texts: { en: string; cy: string }[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('en' in value && 'cy' in value) texts.push(value as { en: string; cy: string });
    else Object.values(value).forEach(walk);
  };
  walk(form);
  assert.ok(texts.length > 300);
  for (const { en, cy } of texts) {
    assert.doesNotMatch(en, /\b(invalid|please|sorry|oops)\b/i);
    if (en.length > 12) assert.notEqual(en, cy);
  }
});

test('fly-tipping asks what a council needs, and says of private land what it can do and where to turn', () => {
  const details = form.details['fly-tipping'];
  const asked = details?.contents.flatMap((content) => ('name' in content ? content.name : []));
  assert.deepEqual(
    asked,
    ['waste', 'amount', 'blocking', 'hazardous', 'witnessed', 'private-land'].map((code) => `fly-tipping-${code}`).concat('description'),
  );
  const land = details?.contents.find((content) => 'name' in content && content.name === 'fly-tipping-private-land');
  assert.ok(land && 'choices' in land);
  const yes = land.choices.find(({ value }) => value === 'yes');
  assert.match(
    yes?.notice?.text.en ?? '',
    /We cannot clear waste from private land.*We can look into who left it.*registered waste carrier/s,
  );
  assert.match(yes?.notice?.link?.href ?? '', /^https:/);
});
