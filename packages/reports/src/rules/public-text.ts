/**
 * A description that others may read. Residents are asked to leave their details out of it; where they do not, e-mail
 * addresses, telephone numbers and what they gave as their contact are blotted out. The council still gets every word.
 */
export function publicText(text: string, contact: readonly (string | null | undefined)[] = []): string {
  let result = text
    .replace(/[^\s@<>()]{1,64}@[^\s@<>()]{1,190}\.[a-z]{2,24}/giu, blot)
    // UK numbers as people write them: 10 or 11 digits from 0 or +44, with blanks, hyphens and brackets.
    .replace(/(?:\+44|\b0)(?:[\s().-]{0,3}\d){9,11}/g, blot);
  for (const own of contact) {
    const wanted = own?.trim();
    if (wanted === undefined || wanted.length < 3) continue;
    result = result.replace(new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'), 'giu'), blot);
  }
  return result;
}

const blot = '█████';
