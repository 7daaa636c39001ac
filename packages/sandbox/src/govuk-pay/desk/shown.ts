/** Without what opens the hosted pages. */
export const shown = <T extends { token: string; session: string }>(payment: T): Omit<T, 'token' | 'session'> => ({
  ...payment,
  token: undefined,
  session: undefined,
});
