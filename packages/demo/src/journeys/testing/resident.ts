/** A resident's browser: what is seen in it, what it asked for, what it complained of. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';

import { chromiumPath } from '@council-kit/testing/browsers/engines.js';

/** A reason where there is no browser here; else false. */
export const noBrowser: string | false = (await chromiumPath()) ? false : 'Chromium is not installed here';

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: (await chromiumPath()) ?? '', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

export interface ResidentOptions {
  /** Without, it is off in the browser's settings. */
  readonly javaScript?: boolean;
  /** CSS pixels. 390 unless given: a phone. */
  readonly width?: number;
  /** Where the device says it is. */
  readonly position?: { readonly latitude: number; readonly longitude: number };
}

/** Answers with these are pages that say what is wrong, or a file that was promised to nobody: the browser notes each as an error. */
const noted = /^Failed to load resource: the server responded with a status of (403|404|409|413|422|502|503) /;
const lostConnection = /net::ERR_(INTERNET_DISCONNECTED|FAILED|CONNECTION_RESET|CONNECTION_REFUSED)/;

/** What is to be read on a page. */
export interface Lines {
  readonly all: readonly string[];
  /** Without what the council's page has around it. */
  readonly content: readonly string[];
  /** Its text with what is hidden until a choice reveals it, in one line. */
  readonly whole: string;
}

export class Resident implements AsyncDisposable {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly javaScript: boolean;
  /** Every address asked for. */
  readonly urls: string[] = [];
  /** Errors in the page, refusals of the content security policy, files of the page that did not come. */
  readonly complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page, javaScript: boolean) {
    this.context = context;
    this.page = page;
    this.javaScript = javaScript;
    this.#watch(page);
  }

  static async visit(browser: Browser, url: string, options: ResidentOptions = {}): Promise<Resident> {
    const { javaScript = true, width = 390, position } = options;
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      // Browsers are mostly set to English; who reads Welsh chooses it on the page.
      locale: 'en-GB',
      javaScriptEnabled: javaScript,
      ...(position ? { geolocation: { ...position, accuracy: 9 }, permissions: ['geolocation'] } : {}),
    });
    context.setDefaultTimeout(15_000);
    const resident = new Resident(context, await context.newPage(), javaScript);
    await resident.page.goto(url);
    return resident;
  }

  /** Another tab of the same browser. */
  async newTab(url: string): Promise<Resident> {
    const tab = new Resident(this.context, await this.context.newPage(), this.javaScript);
    await tab.page.goto(url);
    return tab;
  }

  #watch(page: Page): void {
    page.on('request', (request) => this.urls.push(request.url()));
    page.on('response', (response) => {
      const request = response.request();
      const ours = request.isNavigationRequest() || request.resourceType() === 'fetch' || request.resourceType() === 'xhr';
      if (response.status() >= 400 && !ours) this.complaints.push(`${String(response.status())} ${response.url()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !noted.test(text) && !lostConnection.test(text)) this.complaints.push(text);
    });
  }

  /** Waits for a page by its heading. */
  async sees(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading, exact: typeof heading === 'string' }).waitFor();
  }

  get heading(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).first().innerText();
  }

  /** The form of the journey, in the widget or on the page. */
  get form(): Locator {
    return this.page.locator('form.council-journey-form');
  }

  /** Presses the button that goes on: the form's last. */
  async goOn(): Promise<void> {
    await this.onward.click();
  }

  get onward(): Locator {
    return this.form.locator('.council-button').last();
  }

  /** The summary of what is wrong, once it is there. */
  async errors(): Promise<string[]> {
    const items = this.page.locator('.council-error-summary-list li');
    await items.first().waitFor();
    return items.allInnerTexts();
  }

  /** What is to be read, and heard of buttons and fields, line by line. */
  async lines(): Promise<Lines> {
    return this.page.evaluate(() => {
      const linesOf = (element: HTMLElement | null | undefined): string[] =>
        element
          ? [
              ...element.innerText.split('\n'),
              ...[...element.querySelectorAll('*')].flatMap((each) =>
                ['aria-label', 'title', 'alt', 'placeholder'].map((name) => each.getAttribute(name) ?? ''),
              ),
            ]
              .map((line) => line.trim())
              .filter(Boolean)
          : [];
      // A widget's own words are behind its wall.
      const widget = document.querySelector('council-report-issue')?.shadowRoot?.querySelector<HTMLElement>('.council-journey');
      const content = linesOf(widget ?? document.querySelector('main'));
      const whole = (widget ?? document.body).textContent.replace(/\s+/g, ' ');
      return { all: [...linesOf(document.body), ...linesOf(widget), document.title], content, whole };
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
  }
}

const axe = readFile(createRequire(import.meta.resolve('@council-kit/testing/package.json')).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What a page gets wrong as it stands, at the widths of a small phone and of a desk: axe-core's findings with all its rules
 * about whole pages, and sideways scrolling. A sentence for each.
 *
 * @param desk whether axe-core looks at the wide page too: another language changes what fits, which shows at 320 px first
 */
export async function faultsOf(resident: Resident, { desk = true }: { readonly desk?: boolean } = {}): Promise<string[]> {
  const { page } = resident;
  const before = page.viewportSize();
  const name = await resident.heading;
  const checked = resident.javaScript ? page : await copyWithScripts(resident);
  const found: string[] = [];
  for (const width of [320, 1280]) {
    await checked.setViewportSize({ width, height: 800 });
    const sideways = await checked.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (sideways > 0) found.push(`“${name}” at ${String(width)} px scrolls sideways by ${String(sideways)} px`);
    if (width > 320 && !desk) continue;
    for (const violation of await runAxe(checked)) found.push(`“${name}” at ${String(width)} px: ${violation}`);
  }
  if (before) await page.setViewportSize(before);
  return found;
}

interface AxeWindow {
  readonly axe?: { run(root: Document, options: object): Promise<{ violations: AxeResult[] }> };
}
interface AxeResult {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

async function runAxe(page: Page): Promise<string[]> {
  // By the debugger: the page's policy allows no script of a test, and is not to be loosened for one.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axe);
  const violations = await page.evaluate(
    async (runOnly) =>
      (await (window as unknown as AxeWindow).axe?.run(document, { runOnly, resultTypes: ['violations'], preload: false }))?.violations,
    rules,
  );
  if (!violations) throw new Error('axe-core did not run');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id} (${help}): ${html} ${failureSummary}`),
  );
}

/** Where pages of residents without JavaScript are copied to. */
const copies = new WeakMap<Browser, Promise<Page>>();

/** The same HTML and styles in a browser with scripts, none of which is the page's: axe-core cannot run without. */
async function copyWithScripts({ page, context }: Resident): Promise<Page> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser is closed');
  const opened = copies.get(browser) ?? browser.newPage();
  copies.set(browser, opened);
  const copy = await opened;
  const html = await page.content();
  await copy.route('**/*.js', (route) => route.abort());
  await copy.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
  await copy.goto(page.url());
  await copy.unrouteAll();
  return copy;
}
