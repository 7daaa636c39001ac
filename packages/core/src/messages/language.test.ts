import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageName, languageOf } from './language.ts';

test('a language tag is read as one of the languages that every catalogue has', () => {
  for (const tag of ['cy', 'cy-GB', 'CY']) assert.equal(languageOf(tag), 'cy', tag);
  for (const tag of ['en', 'en-GB', 'pl', 'cym', '']) assert.equal(languageOf(tag), 'en', tag);
});

test('a language is called by its own name, and by its tag where the kit does not know it', () => {
  assert.deepEqual(['en', 'cy', 'pl'].map(languageName), ['English', 'Cymraeg', 'pl']);
});
