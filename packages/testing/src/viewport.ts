import { executeServerCommand } from '@web/test-runner-commands';

const usual = { width: 1024, height: 768 };
let changed = false;

afterEach(async () => {
  if (!changed) return;
  await executeServerCommand('council:viewport', usual);
  changed = false;
});

/**
 * Sizes the page in CSS pixels until the test ends.
 * @returns whether the browser did: WebKitGTK's window does not get as narrow as a phone.
 */
export async function setViewport(width: number, height: number = usual.height): Promise<boolean> {
  changed = true;
  const got = await executeServerCommand<{ width: number }, object>('council:viewport', { width, height });
  // A window is resized in a step of its own.
  for (let frame = 0; frame < 30 && innerWidth !== got.width; frame++) await new Promise((done) => requestAnimationFrame(done));
  return innerWidth === width;
}
