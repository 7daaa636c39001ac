import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import tokensCss from '../packages/tokens/dist/council.css?inline';
import aldermereCss from '../packages/demo/dist/brand.css?inline';
import { stylesheet } from '../packages/elements/src/stylesheet.ts';
import frameCss from './preview.css?inline';

function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

const common = [tokensCss, stylesheet.map(({ cssText }) => cssText).join('\n'), frameCss].map(sheet);
/** What a council loads after council.css. */
const themes: Record<string, CSSStyleSheet[]> = { default: [], aldermere: [sheet(aldermereCss)] };

interface Manifest {
  modules: unknown[];
}
const manifests = Object.values(import.meta.glob<Manifest>('../packages/*/dist/custom-elements.json', { eager: true, import: 'default' }));
setCustomElementsManifest({ schemaVersion: '1.0.0', readme: '', modules: manifests.flatMap(({ modules }) => modules) });

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    backgrounds: { disable: true },
    controls: { hideNoControlsWarning: true },
    options: { storySort: { order: ['Tokens', 'Elements', 'Journeys', 'Map', '*'] } },
  },
  globalTypes: {
    theme: {
      description: 'The council whose brand is worn',
      toolbar: {
        title: 'Theme',
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: 'default', title: 'Default theme' },
          { value: 'aldermere', title: 'Aldermere' },
        ],
      },
    },
    colourScheme: {
      description: 'Light or dark',
      toolbar: {
        title: 'Colour scheme',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
    locale: {
      description: 'The language of the page around the component',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'cy', title: 'Cymraeg' },
        ],
      },
    },
  },
  initialGlobals: { theme: 'default', colourScheme: 'light', locale: 'en' },
  decorators: [
    (story, { globals }) => {
      const { theme, colourScheme, locale } = globals as Record<string, string>;
      document.adoptedStyleSheets = [...common, ...(themes[theme ?? 'default'] ?? [])];
      // A new root for each setting: a component reads its language and its styles when it is connected.
      return html`${keyed(
        `${theme} ${colourScheme} ${locale}`,
        html`<div class="story-root council-body" lang=${locale} data-council-colour-scheme=${colourScheme}>${story()}</div>`,
      )}`;
    },
  ],
};

export default preview;
