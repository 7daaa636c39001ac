/**
 * GOV.UK Frontend's published examples as our oracle: for each, our template and theirs have to mean the same to assistive
 * technology, to the browser and to the server, or the difference is on the list in ./deviations.ts.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { chromiumPath } from '../browsers/engines.ts';
import { compare } from './compare.ts';
import { deviations, notOurs, type Deviation } from './deviations.ts';
import { readFixtures } from './fixtures.ts';
import { meaningOf } from './meaning.ts';
import { leftOut, ourHtml, templateOf } from './our-html.ts';

const executablePath = await chromiumPath();
const components = await readFixtures();
const skip = executablePath ? false : 'Chromium is not installed: packages/testing/set-up-system.sh installs it on Debian';

describe('GOV.UK Frontend’s fixtures', { skip }, () => {
  let browser: Browser;
  let page: Page;
  let devtools: CDPSession;
  const met = new Set<Deviation>();
  const counts = { compared: 0, deviating: 0, leftOut: 0 };

  before(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
    page = await browser.newPage();
    devtools = await page.context().newCDPSession(page);
    await devtools.send('Accessibility.enable');
  });
  after(() => browser.close());

  for (const [component, fixtures] of components) {
    if (notOurs[component]) continue;
    const template = templateOf(component);
    if (!template) {
      test(`${component} is ours, or not for a reason`, () => assert.fail(`./deviations.ts does not say why we have no ${component}`));
      continue;
    }
    test(component, async (context) => {
      for (const fixture of fixtures) {
        if (leftOut(fixture)) {
          counts.leftOut++;
          continue;
        }
        await context.test(`${component}, ${fixture.name}`, async () => {
          const theirs = await meaningOf(fixture.html, page, devtools);
          const ours = await meaningOf(ourHtml(fixture, template), page, devtools);
          const { unexplained, met: here } = compare(component, fixture.name, theirs, ours);
          counts.compared++;
          if (here.size > 0) counts.deviating++;
          for (const deviation of here) met.add(deviation);
          assert.ok(unexplained.length === 0, `ours means something else (- theirs, + ours):\n${unexplained.join('\n')}`);
        });
      }
    });
  }

  test('every deviation on the list is still there', (context) => {
    assert.deepEqual(
      Object.keys(notOurs).filter((component) => !components.has(component)),
      [],
      'not a component of theirs any more',
    );
    const stale = deviations.filter((deviation) => !met.has(deviation)).map(({ component, reason }) => `${String(component)}: ${reason}`);
    assert.deepEqual(stale, []);
    const { compared, deviating, leftOut: left } = counts;
    context.diagnostic(
      `${compared} fixtures compared, ${deviating} of them with a deliberate difference; ${left} left out (\`attributes\`, or options that our types refuse)`,
    );
  });
});
