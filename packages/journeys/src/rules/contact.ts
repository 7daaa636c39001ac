/**
 * Whether this can be an email address: one `@`, something before it, a domain with a dot after it, no blanks and nothing unseen, at most 254 characters
 * (https://www.rfc-editor.org/errata/eid1690). Whether it exists is for a letter to find out.
 */
export function isEmail(text: string): boolean {
  if (text.length > 254 || /[\s"(),:;<>[\\\]\p{Cc}\p{Cf}\p{DI}]/u.test(text)) return false;
  const at = text.indexOf('@');
  const domain = text.slice(at + 1);
  if (at < 1 || at > 64 || at !== text.lastIndexOf('@') || /^\.|\.\.|\.@/.test(text)) return false;
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => /^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?$/u.test(label) && label.length <= 63);
}
