import type { UploadContext, UploadOutcome, UploadedFile } from '@council-kit/journeys';
import { problemSchema, parseBy } from '@council-kit/core';
import { uploadSchema } from '../contract/report-answers.ts';

/** Longer than a slow line needs for a photo made small: after this it is tried again. */
const timeout = 120_000;

/** Sends one photo. By XMLHttpRequest: `fetch` does not tell how much has left (https://github.com/whatwg/fetch/issues/607). */
export function uploadPhoto(url: string, file: File, { language, signal, onProgress }: UploadContext): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    const end = (outcome: UploadOutcome): void => {
      signal.removeEventListener('abort', abort);
      resolve(outcome);
    };
    request.open('POST', url);
    request.timeout = timeout;
    request.responseType = 'text';
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Accept-Language', language);
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress?.(loaded / total);
    });
    request.addEventListener('load', () => end(uploadOutcome(request, file)));
    for (const event of ['error', 'abort', 'timeout'] as const) request.addEventListener(event, () => end({ kind: 'unreachable' }));
    signal.addEventListener('abort', abort, { once: true });
    const form = new FormData();
    // Not under its own name: what a person calls a picture is nobody's business.
    form.append('photo', file, 'photo');
    request.send(form);
  });
}

/** What an answer to an upload means. */
export function uploadOutcome({ status, responseText }: Pick<XMLHttpRequest, 'status' | 'responseText'>, file: File): UploadOutcome {
  let body: unknown;
  try {
    body = JSON.parse(responseText);
  } catch {
    return { kind: 'unreachable' };
  }
  const upload = parseBy(uploadSchema, body);
  if (status < 300 && upload.success) {
    const { id, size, type } = upload.output;
    const taken: UploadedFile = { id, name: file.name, size, type };
    return { kind: 'taken', file: taken };
  }
  const problem = parseBy(problemSchema, body);
  // Without a field it is not about this photo: it can be sent again.
  if (!problem.success || ((status >= 500 || status === 429) && !problem.output.errors?.length)) return { kind: 'unreachable' };
  return { kind: 'refused', message: problem.output.errors?.[0]?.message ?? problem.output.title };
}
