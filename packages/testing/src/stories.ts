import { expect } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { accessibilityViolations, contrastViolations } from './accessibility.ts';
import { page, rendered } from './fixture.ts';
import { translate, wordsOf } from './translate.ts';
import { danglingReferences } from './id-references.ts';
import { setViewport } from './viewport.ts';

type Args = Record<string, unknown>;
interface Context {
  args: Args;
  globals: { locale: Locale };
}
type Render = (args: Args, context: Context) => TemplateResult;
type Decorator = (story: () => TemplateResult, context: Context) => TemplateResult;

/** The part of Component Story Format 3 (https://storybook.js.org/docs/api/csf) that stories here use. */
interface Meta {
  title?: string;
  render?: Render;
  args?: Args;
  decorators?: Decorator[];
}
interface Story extends Omit<Meta, 'title'> {
  play?: (context: { canvasElement: HTMLElement }) => void | Promise<void>;
}
export type StoriesModule = { default: Meta } & Record<string, unknown>;

type Locale = 'en' | 'cy';

/** Firefox and WebKit have another word in its place. */
const isChromium = /\bChrome\//.test(navigator.userAgent);

/**
 * Makes tests of a file of stories: every story, in English and in Welsh, has all its tags defined, its id references resolve,
 * axe-core finds nothing (in a dark scheme neither, as to contrast) and nothing is wider than a screen of 320 pixels. Axe reads the DOM and
 * computed colours, which all engines have alike, and is slow: it looks at stories in Chromium only, and in the elements' own tests in all.
 * That it keeps the content security policy is checked in every test there is.
 */
export function testStories(file: string, module: StoriesModule): void {
  const { default: meta, ...exports } = module;
  const stories = Object.entries(exports).filter((entry): entry is [string, Story] => isStory(entry[1]));
  describe(`stories of ${meta.title ?? file}`, () => {
    it('are there', () => expect(stories).to.not.be.empty);

    for (const [name, story] of stories) {
      for (const locale of ['en', 'cy'] as const) {
        it(`${name} (${locale}) is sound and accessible`, async () => {
          const place = await show(meta, story, locale);
          expect(undefinedTags(place), 'tags that nothing defines').to.deep.equal([]);
          expect(danglingReferences(place)).to.deep.equal([]);
          if (isChromium) expect(await accessibilityViolations(place)).to.deep.equal([]);
        });
      }

      it(`${name} says what is new in a page that the browser translates`, async () => {
        const control = await show(meta, story, 'en');
        const right = await inWelsh(control);
        control.remove();
        const place = await show(meta, story, 'en');
        translate(place);
        await inWelsh(place);
        expect(wordsOf(place)).to.equal(right);
      });

      if (isChromium)
        it(`${name} keeps its contrast in a dark scheme`, async () => {
          document.documentElement.dataset['councilColourScheme'] = 'dark';
          try {
            expect(await contrastViolations(await show(meta, story, 'en'))).to.deep.equal([]);
          } finally {
            delete document.documentElement.dataset['councilColourScheme'];
          }
        });

      it(`${name} fits a screen of 320 pixels`, async () => {
        const narrow = await setViewport(320, 640);
        const place = await show(meta, story, 'cy');
        // Where the window does not get that narrow, at least its content has to.
        if (!narrow) place.style.width = '320px';
        const box = narrow ? document.documentElement : place;
        expect(widest(place, box.clientWidth), 'elements that reach beyond the screen').to.deep.equal([]);
      });
    }
  });
}

async function show(meta: Meta, story: Story, locale: Locale): Promise<HTMLElement> {
  document.documentElement.lang = locale;
  const args = { ...meta.args, ...story.args };
  const context: Context = { args, globals: { locale } };
  const render = story.render ?? meta.render;
  if (!render) throw new Error('the story has no render function');
  const decorated = [...(story.decorators ?? []), ...(meta.decorators ?? [])].reduce<() => TemplateResult>(
    (inner, decorate) => () => decorate(inner, context),
    () => render(args, context),
  );
  const place = await page(decorated());
  await story.play?.({ canvasElement: place });
  return place;
}

/** The same story in the other language: each of its words may be another. */
async function inWelsh(place: HTMLElement): Promise<string> {
  document.documentElement.lang = 'cy';
  askAll(place);
  await rendered(place);
  await rendered(place);
  return wordsOf(place);
}

function askAll(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement & { requestUpdate?(): void }>('*')) {
    element.requestUpdate?.();
    if (element.shadowRoot) askAll(element.shadowRoot);
  }
}

function isStory(value: unknown): value is Story {
  return typeof value === 'object' && value !== null;
}

function undefinedTags(root: ParentNode): string[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? undefinedTags(shadowRoot) : []));
  return [...new Set([...[...root.querySelectorAll(':not(:defined)')].map(({ localName }) => localName), ...inside])];
}

/** What sticks out to the right of the page, if the page can be scrolled sideways at all. */
function widest(place: HTMLElement, width: number): string[] {
  const box = place.style.width ? place : document.documentElement;
  if (box.scrollWidth <= box.clientWidth) return [];
  const left = place.style.width ? place.getBoundingClientRect().left : 0;
  return [...place.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right - left > width + 0.5)
    .map(
      (element) => `${element.localName}.${element.className}: ${Math.round(element.getBoundingClientRect().right - left)} px of ${width}`,
    );
}
