import { sizeInWords, type FieldError } from '@council-kit/core';
import { fileFieldNames } from '../engine/form-fields.ts';
import { fileToValue } from '../engine/read.ts';
import type { Page } from '../engine/walk.ts';
import { runningMessages } from '../running.messages.ts';
import type { Upload, UploadContext } from '../submission.ts';
import { serverMessages } from './server.messages.ts';

/** Hands new files on and puts what became of them into the form. What was refused is told, a sentence for each file. */
export async function takeFiles(
  page: Page | undefined,
  form: FormData,
  upload: Upload | undefined,
  { language, signal }: UploadContext,
): Promise<readonly FieldError[]> {
  if (page?.kind !== 'step' || upload === undefined) return [];
  const errors: FieldError[] = [];
  for (const question of page.questions) {
    if (question.kind !== 'files') continue;
    const { taken, about } = fileFieldNames(question.name);
    const files = form.getAll(question.name).filter((file) => file instanceof File && file.size > 0);
    const said = new Set<string>();
    const error = (message: string): void => {
      // What is not about one file (there is no room for any) is said once.
      if (!said.has(message)) errors.push({ field: question.name, message });
      said.add(message);
    };
    let lookedAt = 0;
    for (const file of files as File[]) {
      const name = file.name;
      if (file.size > question.maxSize) {
        error(serverMessages.say('file-too-large', language, { name, limit: sizeInWords(question.maxSize, language) }));
        continue;
      }
      // Those that are refused count too: looking at a file costs time.
      if (lookedAt >= question.maxFiles || form.getAll(taken).length >= question.maxFiles) {
        error(runningMessages.say('too-many-files', language, { count: question.maxFiles }));
        break;
      }
      lookedAt += 1;
      const outcome = await upload(file, { language, signal }).catch(() => ({ kind: 'unreachable' }) as const);
      if (outcome.kind === 'taken') {
        form.append(taken, outcome.file.id);
        form.append(about, fileToValue(outcome.file));
      } else error(outcome.kind === 'refused' ? outcome.message : serverMessages.say('file-not-sent', language, { name }));
    }
  }
  return errors;
}
