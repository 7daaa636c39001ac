/** A link as Pay writes it. */
export interface Link {
  href: string;
  method: 'GET' | 'POST';
  type?: string;
  params?: Record<string, string>;
}

export const get = (href: string): Link => ({ href, method: 'GET' });
export const post = (href: string): Link => ({ href, method: 'POST' });

/** The date of a time, as Pay says when money was moved. */
export const dayOf = (iso: string): string => iso.slice(0, 10);
