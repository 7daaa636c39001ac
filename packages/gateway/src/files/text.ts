/** Text files that somebody else wrote: in UTF-8, or said to be something else. Characters are never replaced or dropped. */

export type Encoding = 'utf-8' | 'windows-1252';

/** How to save a spreadsheet so that it can be read. */
export const saveAsUtf8 = 'In Excel, save it as “CSV UTF-8 (Comma delimited)”';

/** What the first bytes say about a file that is not text in UTF-8 or a code page of single bytes: a sentence, or undefined. */
export function encodingProblem(beginning: Uint8Array): string | undefined {
  const [first, second] = beginning;
  if (first === 0x50 && second === 0x4b) return `It is a spreadsheet or a ZIP file. Unpack it, or save it as CSV. ${saveAsUtf8}.`;
  if (first === 0x1f && second === 0x8b) return 'It is compressed with gzip. Unpack it first.';
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || beginning.subarray(0, 200).includes(0))
    return `It is in UTF-16. Save it in UTF-8. ${saveAsUtf8}.`;
  return undefined;
}

/** A whole small file, decoded; or a sentence that says why it cannot be. A byte order mark is taken off. */
export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly problem: string } {
  const problem = encodingProblem(bytes);
  if (problem !== undefined) return { problem };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: 'It is not text in UTF-8. It may be in windows-1252. Save it in UTF-8.' };
  }
}
