import { sizeInWords } from '@council-kit/core';
import { fileUploadMessages } from './file-upload.messages.ts';

/** What files may be chosen. */
export interface FileLimits {
  /** As the `accept` attribute; empty for anything. */
  readonly accept: string;
  /** Bytes. */
  readonly maxSize: number;
  readonly maxFiles: number;
}

/** Types as people call them. */
const typeNames: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'image/heic': 'HEIC',
  'image/heif': 'HEIF',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
  'application/pdf': 'PDF',
  'text/csv': 'CSV',
  'text/plain': 'TXT',
};

/** Files that phones and cameras make and that some systems have no type for. */
const photoExtensions = /\.(?:heic|heif|jpe?g|png|webp|avif)$/i;

function accepted(accept: string): string[] {
  return accept
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Whether a file is one that `accept` allows, by its type or its name: what the file dialog asks, and drag and drop does not. */
export function accepts(accept: string, file: Pick<File, 'name' | 'type'>): boolean {
  const parts = accepted(accept);
  const type = file.type.toLowerCase();
  const name = file.name.toLowerCase();
  return (
    parts.length === 0 ||
    parts.some(
      (part) =>
        part === '*/*' ||
        (part.startsWith('.') ? name.endsWith(part) : part === type || (part.endsWith('/*') && type.startsWith(part.slice(0, -1)))) ||
        (type === '' && part.startsWith('image/') && photoExtensions.test(name)),
    )
  );
}

/** The types that `accept` allows, for a sentence: "JPG, PNG or PDF". Undefined where any photo will do. */
function namesOf(accept: string, language: string): string | undefined {
  const parts = accepted(accept);
  if (parts.includes('image/*')) return undefined;
  const names = new Set(parts.map((part) => (part.startsWith('.') ? part.slice(1).toUpperCase() : (typeNames[part] ?? part))));
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(names);
}

/** What is wrong with a file, in the words of https://design-system.service.gov.uk/components/file-upload/#error-messages; undefined where nothing is. */
export function problemWith(file: Pick<File, 'name' | 'type' | 'size'>, limits: FileLimits, language: string): string | undefined {
  const { accept, maxSize } = limits;
  if (!accepts(accept, file)) {
    const types = namesOf(accept, language);
    return types === undefined ? fileUploadMessages.say('notAPhoto', language) : fileUploadMessages.say('type', language, { types });
  }
  if (file.size === 0) return fileUploadMessages.say('empty', language);
  if (file.size > maxSize) return fileUploadMessages.say('size', language, { size: sizeInWords(maxSize, language) });
  return undefined;
}
