/**
 * The CSS as a browser works it out: in every situation a reader can be in, each custom property has the value the gate checked.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { hostScope, minified, pageScope, themeCss } from './css.ts';
import type { Mode } from './modes.ts';
import { resolveTheme, type ResolvedTheme } from './resolve.ts';
import { overlay, readBrand, readDefaultTheme } from './source.ts';
import { buildTheme } from './theme.ts';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

type Media = Parameters<Page['emulateMedia']>[0];
interface Situation {
  name: string;
  /** `data-council-colour-scheme` of the page and of the element inside it that is looked at. */
  page?: string;
  inside?: string;
  media?: Media;
  sees: Mode;
}

const situations: Situation[] = [
  { name: 'a page that says nothing', sees: 'light' },
  { name: 'a page that says nothing, on a dark device', media: { colorScheme: 'dark' }, sees: 'light' },
  { name: 'a light page', page: 'light', sees: 'light' },
  { name: 'a dark page', page: 'dark', sees: 'dark' },
  { name: 'a page that follows the device, on a dark one', page: 'auto', media: { colorScheme: 'dark' }, sees: 'dark' },
  { name: 'a page that follows the device, on a light one', page: 'auto', media: { colorScheme: 'light' }, sees: 'light' },
  { name: 'a dark part of a light page', inside: 'dark', sees: 'dark' },
  { name: 'a light part of a dark page', page: 'dark', inside: 'light', sees: 'light' },
  { name: 'a part that follows a light device, of a dark page', page: 'dark', inside: 'auto', sees: 'light' },
  { name: 'more contrast', media: { contrast: 'more' }, sees: 'contrast' },
  { name: 'more contrast on a dark page', page: 'dark', media: { contrast: 'more' }, sees: 'dark-contrast' },
  { name: 'more contrast on a dark device', page: 'auto', media: { contrast: 'more', colorScheme: 'dark' }, sees: 'dark-contrast' },
  { name: 'more contrast on a light device', page: 'auto', media: { contrast: 'more', colorScheme: 'light' }, sees: 'contrast' },
  { name: 'more contrast in a dark part', inside: 'dark', media: { contrast: 'more' }, sees: 'dark-contrast' },
  { name: 'paper', media: { media: 'print' }, sees: 'print' },
  { name: 'a dark page on paper', page: 'dark', media: { media: 'print' }, sees: 'print' },
  {
    name: 'a dark part on paper, from a dark device with more contrast',
    page: 'auto',
    inside: 'dark',
    media: { media: 'print', colorScheme: 'dark', contrast: 'more' },
    sees: 'print',
  },
];

/** What a custom property has to be there: the colours of the mode; everything else as on a wide screen, which these pages are. */
function expected(theme: ResolvedTheme, mode: Mode): Record<string, string> {
  return Object.fromEntries(
    [...theme[mode].values()]
      .filter(({ layer }) => layer !== 'base')
      .map(({ name, type, value, path }) => [name, type === 'color' ? value : (theme.wide.get(path)?.value ?? value)]),
  );
}

suite('council.css in a browser', { skip: existsSync(executablePath) ? false : `no browser at ${executablePath}` }, () => {
  let browser: Browser;
  let page: Page;
  let folder: string;
  let theme: ResolvedTheme;
  let everything: Set<string>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'council-cascade-'));
    theme = await resolveTheme(await readDefaultTheme());
    everything = new Set(theme.light.keys());
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
    page = await browser.newPage();
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  async function seen(situation: Situation, sheets: readonly string[], names: readonly string[]): Promise<Record<string, string>> {
    const scheme = (name?: string) => (name ? ` data-council-colour-scheme="${name}"` : '');
    await page.emulateMedia({ media: 'screen', colorScheme: 'light', contrast: 'no-preference', ...situation.media });
    await page.setContent(
      `<!doctype html><html${scheme(situation.page)}><head>${sheets.map((sheet) => `<style>${sheet}</style>`).join('')}</head><body><div id="inside"${scheme(situation.inside)}></div></body></html>`,
    );
    return page.evaluate((properties) => {
      const inside = document.querySelector('#inside');
      if (!inside) throw new Error('The page is empty.');
      const style = getComputedStyle(inside);
      return Object.fromEntries(properties.map((name) => [name, style.getPropertyValue(name)]));
    }, names);
  }

  async function check(situation: Situation, sheets: readonly string[], of: ResolvedTheme): Promise<void> {
    const wanted = expected(of, situation.sees);
    assert.deepEqual(await seen(situation, sheets, Object.keys(wanted)), wanted);
  }

  for (const situation of situations) {
    test(`${situation.name}: ${situation.sees}`, () => check(situation, [themeCss(theme, everything, pageScope)], theme));
  }

  test('type grows from 40em up', async () => {
    const css = themeCss(theme, everything, pageScope);
    const names = ['--council-font-size-body', '--council-font-size-heading-xl'];
    await page.setViewportSize({ width: 639, height: 600 });
    assert.deepEqual(Object.values(await seen({ name: '', sees: 'light' }, [css], names)), ['1', '2']);
    await page.setViewportSize({ width: 1280, height: 720 });
    assert.deepEqual(Object.values(await seen({ name: '', sees: 'light' }, [css], names)), ['1.1875', '3']);
  });

  suite('with a brand after it', () => {
    const source = () => join(folder, 'brand.tokens.json');
    let sheets: string[];
    let branded: ResolvedTheme;

    before(async () => {
      await writeFile(
        source(),
        JSON.stringify({
          palette: { 'slate-5': { $value: '#f5f3ee' } },
          colour: {
            brand: { $value: '#5a2a6e', $extensions: { mode: { dark: '#6d3a82' } } },
            link: { $value: '#5a2a6e', $extensions: { mode: { dark: '#d9b3ea', contrast: '#3c1a4b' } } },
            action: { $value: '{colour.brand}' },
            'action-text': { $value: '#ffffff' },
            'action-hover': { $value: '#3c1a4b' },
            'action-shadow': { $value: '#2a1235', $extensions: { mode: { dark: '#b98fcb' } } },
          },
          border: { radius: { $value: { value: 4, unit: 'px' } } },
        }),
      );
      const base = await readDefaultTheme();
      const brand = await readBrand(source(), base);
      branded = await resolveTheme(overlay(base, brand.tokens));
      const { css } = await buildTheme({ source: source(), out: join(folder, 'brand.css') });
      sheets = [themeCss(theme, everything, pageScope), css];
    });

    for (const situation of situations) {
      test(`${situation.name}: ${situation.sees}`, () => check(situation, sheets, branded));
    }

    test('a token set by the page at run time reaches what refers to it', async () => {
      const colour = await seen(
        { name: '', sees: 'light' },
        [...sheets, ':root { --council-colour-brand: #123456 }'],
        ['--council-header-background', '--council-button-background'],
      );
      assert.deepEqual(Object.values(colour), ['#123456', '#123456']);
    });
  });

  suite('on the host of a shadow root, in a page without tokens', () => {
    for (const situation of situations.filter(({ page: scheme }) => scheme === undefined)) {
      test(`${situation.name}: ${situation.sees}`, async () => {
        const wanted = expected(theme, situation.sees);
        await seen(situation, [], []);
        const found = await page.evaluate(
          ({ css, names }) => {
            const host = document.querySelector('#inside');
            if (!host) throw new Error('The page is empty.');
            const root = host.attachShadow({ mode: 'open' });
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            root.adoptedStyleSheets = [sheet];
            const inner = root.appendChild(document.createElement('p'));
            const style = getComputedStyle(inner);
            return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name).replaceAll(/,(?=\S)/g, ', ')]));
          },
          { css: minified(themeCss(theme, everything, hostScope)), names: Object.keys(wanted) },
        );
        assert.deepEqual(found, wanted);
      });
    }
  });
});
