import type { TestRunnerPlugin } from '@web/test-runner-core';
import type { Page } from 'puppeteer-core';
import { accessibleNode, accessibleTree, type AccessibleNode } from './accessibility-nodes.ts';
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
        if (browser instanceof WebKitLauncher) return { width: await browser.setWindow(width, height) };
        await page?.setViewport({ width, height });
        return { width };
      }
      if (command === 'council:accessible') {
        // Firefox tells no accessibility tree over BiDi, WebKitGTK none over WebDriver.
        return { node: browser.name === 'Chromium' && page ? await accessible(page) : null };
      }
      return undefined;
    },
  };
}

/** The accessible node of the element that ../accessibility-tree.ts left in `councilAccessible`, with all that is inside it. */
async function accessible(page: Page): Promise<AccessibleNode | null> {
  const devtools = await page.createCDPSession();
  try {
    const { result } = await devtools.send('Runtime.evaluate', { expression: 'globalThis.councilAccessible' });
    const { node } = await devtools.send('DOM.describeNode', { objectId: result.objectId ?? '' });
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    const found = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
    if (!found) return null;
    return { ...accessibleNode(found), children: accessibleTree(nodes, { ...found, ignored: true }) };
  } finally {
    await devtools.detach();
  }
}
