import { cleanLine } from '@council-kit/core';

/** One line of an address as it is kept: nothing that cannot be seen, no spaces around it, and single spaces in it. */
export const tidyLine = (typed: string): string => cleanLine(typed).replace(/ +/g, ' ');
