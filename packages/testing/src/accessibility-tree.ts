import { executeServerCommand } from '@web/test-runner-commands';
import type { AccessibleNode } from './browsers/accessibility-nodes.ts';

export type { AccessibleNode };

/**
 * What assistive technology is told of an element: Chromium's own computation, and the witness to trust above any attribute.
 * @returns undefined in Firefox and WebKit, which tell no driver; guard with `if (node)`.
 */
export async function accessible(element: Element): Promise<AccessibleNode | undefined> {
  const target = globalThis as { councilAccessible?: Element };
  target.councilAccessible = element;
  try {
    const { node } = await executeServerCommand<{ node: AccessibleNode | null }, undefined>('council:accessible');
    return node ?? undefined;
  } finally {
    delete target.councilAccessible;
  }
}
