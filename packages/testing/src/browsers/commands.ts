import type { TestRunnerPlugin } from '@web/test-runner-core';
import type { Page } from 'puppeteer-core';
import { WebKitLauncher } from './webkit-launcher.ts';

/** What a test asks the browser around it to do (../keyboard.ts and ../viewport.ts send these). */
export type KeyStep = { down: string } | { up: string };

interface PuppeteerLauncher {
  getPage(sessionId: string): Page;
}

/** Commands that the test runner's own do not offer in all three engines. */
export function commands(): TestRunnerPlugin {
  return {
    name: 'council-commands',
    async executeCommand({ command, payload, session }) {
      const { browser } = session;
      const page = browser.type === 'puppeteer' ? (browser as unknown as PuppeteerLauncher).getPage(session.id) : undefined;
      if (command === 'council:keys') {
        const steps = payload as KeyStep[];
        if (browser instanceof WebKitLauncher) await browser.keyActions(steps);
        for (const step of page ? steps : []) {
          if ('down' in step) await page?.keyboard.down(step.down as 'Tab');
          else await page?.keyboard.up(step.up as 'Tab');
        }
        return true;
      }
      if (command === 'council:viewport') {
        const { width, height } = payload as { width: number; height: number };
        if (browser instanceof WebKitLauncher) await browser.setWindow(width, height);
        else await page?.setViewport({ width, height });
        return true;
      }
      if (command === 'council:accessibility-tree') {
        // Firefox has no such tree over BiDi, WebKitGTK none over WebDriver.
        if (browser.name !== 'Chromium' || !page) return null;
        const devtools = await page.createCDPSession();
        try {
          const { nodes } = await devtools.send('Accessibility.getFullAXTree');
          return nodes;
        } finally {
          await devtools.detach();
        }
      }
      return undefined;
    },
  };
}
