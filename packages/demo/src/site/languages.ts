import type { Language } from '@council-kit/core';

/** English pages have no prefix, Welsh pages begin with /cy: each page links to its twin. */
export function inLanguageOf(path: string, language: Language): string {
  const plain = path.replace(/^\/cy(?=\/|$)/, '') || '/';
  return language === 'cy' ? `/cy${plain === '/' ? '' : plain}` : plain;
}
