import { expect } from '@open-wc/testing';
import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { define } from './define.ts';
import { WidgetElement } from './widget-element.ts';

class TestWidget extends WidgetElement {
  static override readonly tokens = `
    :host {
      --council-colour-text: rgb(1, 2, 3); --council-colour-background: rgb(254, 254, 254); --council-colour-brand: rgb(4, 5, 6);
      --council-header-background: var(--council-colour-brand); --council-font-family: Arial; --council-font-size-body: 1.25;
      --council-font-weight-regular: 400; --council-line-height-body: 1.4;
    }
    @media all { :host([data-council-colour-scheme='dark']) { --council-colour-text: rgb(250, 250, 250); color-scheme: dark; } }
  `;
  static override styles = css`
    .council-test {
      margin: 0;
      border-block-start: 4px solid var(--council-header-background);
    }
    .council-heading {
      font-size: calc(2 * var(--council-rem));
    }
  `;
  static override readonly properties: PropertyDeclarations = {
    broken: { type: Boolean },
  };

  declare broken: boolean;

  constructor() {
    super();
    this.broken = false;
  }

  protected override render(): TemplateResult {
    if (this.broken) throw new Error('Broken on purpose');
    return html`<p class="council-test">Rendered in ${this.language}</p>
      <h2 class="council-heading">Heading</h2>
      ${nothing}`;
  }
}
define('test-widget', TestWidget);

const leftovers: (() => void)[] = [];
afterEach(() => {
  for (const undo of leftovers.splice(0)) undo();
});

/** A page's own style sheet, for one test. Constructed, as the strict policy has it. */
function pageStyles(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  leftovers.push(() => (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)));
}

async function widget(prepare: (widget: TestWidget) => void = () => undefined, place: Element = document.body): Promise<TestWidget> {
  const element = document.createElement('test-widget') as TestWidget;
  prepare(element);
  place.append(element);
  leftovers.push(() => element.remove());
  await element.updateComplete.catch(() => undefined);
  return element;
}

const inside = (element: TestWidget, selector = '.council-test'): Element => {
  const found = (element.shadowRoot ?? element).querySelector(selector);
  if (!found) throw new Error('the widget has not rendered');
  return found;
};
const styleOf = (element: TestWidget): CSSStyleDeclaration => getComputedStyle(inside(element));

describe('WidgetElement', () => {
  describe('in a hostile page', () => {
    it('keeps its size where html is 10 px, as in Bootstrap 3', async () => {
      const before = styleOf(await widget()).fontSize;
      pageStyles('html { font-size: 10px } body { font-size: 14px }');
      const element = await widget();
      expect(styleOf(element).fontSize).to.equal(before).and.to.equal('20px');
      expect(getComputedStyle(inside(element, '.council-heading')).fontSize).to.equal('32px');
    });

    it('measures text by the reader’s own text size', async () => {
      // `medium` is what browsers let readers set; no page can read it otherwise.
      const probe = document.body.appendChild(document.createElement('p'));
      leftovers.push(() => probe.remove());
      pageStyles('p { font-size: medium }');
      expect(parseFloat(styleOf(await widget()).fontSize)).to.equal(1.25 * parseFloat(getComputedStyle(probe).fontSize));
    });

    it('leaves --council-rem unset in the rest of the page, so that its own components still follow html', async () => {
      await widget();
      expect(getComputedStyle(document.body).getPropertyValue('--council-rem')).to.equal('');
    });

    it('does not inherit how the page around it writes', async () => {
      pageStyles('body { text-transform: uppercase; letter-spacing: 3px; text-align: center; font: italic bold 30px serif; color: red }');
      const style = styleOf(await widget());
      expect([style.textTransform, style.letterSpacing, style.fontStyle, style.fontWeight, style.color, style.textAlign]).to.deep.equal([
        'none',
        'normal',
        'normal',
        '400',
        'rgb(1, 2, 3)',
        'start',
      ]);
      expect(style.fontFamily).to.equal('Arial');
      expect(style.fontSize).to.equal('20px');
    });

    it('stands a reset that unsets everything with !important', async () => {
      pageStyles('body { color: red; font: 30px serif; text-transform: uppercase } * { all: unset !important }');
      const style = styleOf(await widget());
      expect([style.color, style.fontFamily, style.fontSize, style.textTransform]).to.deep.equal(['rgb(1, 2, 3)', 'Arial', '20px', 'none']);
    });

    it('brings its own background, so that its text shows on any page', async () => {
      pageStyles('body { background: black } * { background: transparent !important }');
      expect(getComputedStyle(await widget()).backgroundColor).to.equal('rgb(254, 254, 254)');
    });

    it('lets readers space letters and words for the whole page', async () => {
      pageStyles('* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }');
      const style = styleOf(await widget());
      expect(style.letterSpacing).not.to.equal('normal');
      expect(style.wordSpacing).not.to.equal('0px');
    });

    it('follows the page’s direction', async () => {
      const place = document.body.appendChild(document.createElement('div'));
      leftovers.push(() => place.remove());
      place.dir = 'rtl';
      expect(styleOf(await widget(undefined, place)).direction).to.equal('rtl');
    });

    it('is hidden with the part of the page that it is in, and by its own hidden attribute', async () => {
      const place = document.body.appendChild(document.createElement('div'));
      leftovers.push(() => place.remove());
      place.className = 'closed-tab';
      pageStyles('.closed-tab { visibility: hidden }');
      expect(styleOf(await widget(undefined, place)).visibility).to.equal('hidden');
      expect(getComputedStyle(await widget((element) => (element.hidden = true))).display).to.equal('none');
    });

    it('lets the page place it', async () => {
      pageStyles('test-widget { margin: 12px; max-width: 200px }');
      const style = getComputedStyle(await widget());
      expect([style.marginTop, style.maxWidth]).to.deep.equal(['12px', '200px']);
    });
  });

  describe('the tokens', () => {
    it('come with it where the page sets none', async () => {
      expect(styleOf(await widget()).borderTopColor).to.equal('rgb(4, 5, 6)');
    });

    it('are the page’s where the page sets some, and what refers to those follows', async () => {
      pageStyles(':root { --council-colour-brand: rgb(7, 8, 9) }');
      const style = styleOf(await widget());
      expect(style.borderTopColor).to.equal('rgb(7, 8, 9)');
      expect(style.color).to.equal('rgb(1, 2, 3)');
    });

    it('are the page’s in every mode', async () => {
      pageStyles(':root { --council-colour-text: rgb(90, 0, 0) }');
      expect(styleOf(await widget((element) => (element.colourScheme = 'dark'))).color).to.equal('rgb(90, 0, 0)');
    });

    it('are all the page’s where it says that it has them all', async () => {
      pageStyles(':root { --council-tokens: 1; --council-colour-text: rgb(11, 11, 11) }');
      const style = styleOf(await widget());
      expect(style.color).to.equal('rgb(11, 11, 11)');
      expect(style.getPropertyValue('--council-colour-brand')).to.equal('');
    });

    it('can be set on the tag', async () => {
      pageStyles('test-widget { --council-colour-brand: rgb(10, 20, 30) }');
      expect(styleOf(await widget()).borderTopColor).to.equal('rgb(10, 20, 30)');
    });

    it('are looked at again where the widget is moved to', async () => {
      const element = await widget();
      const place = document.body.appendChild(document.createElement('div'));
      leftovers.push(() => place.remove());
      place.className = 'branded';
      pageStyles('.branded { --council-colour-brand: rgb(7, 8, 9) }');
      place.append(element);
      expect(styleOf(element).borderTopColor).to.equal('rgb(7, 8, 9)');
      document.body.append(element);
      expect(styleOf(element).borderTopColor).to.equal('rgb(4, 5, 6)');
    });
  });

  describe('colour-scheme', () => {
    it('is light where nothing is said, even in a page that is dark in its own way', async () => {
      pageStyles(':root { color-scheme: dark }');
      const style = styleOf(await widget());
      expect([style.colorScheme, style.color]).to.deep.equal(['light', 'rgb(1, 2, 3)']);
    });

    it('is dark when the tag says so, and light again when it no longer does', async () => {
      const element = await widget((tag) => {
        tag.setAttribute('colour-scheme', 'dark');
      });
      expect([styleOf(element).colorScheme, styleOf(element).color]).to.deep.equal(['dark', 'rgb(250, 250, 250)']);
      element.removeAttribute('colour-scheme');
      await element.updateComplete;
      expect(styleOf(element).color).to.equal('rgb(1, 2, 3)');
    });
  });

  describe('what is written inside the tag', () => {
    const link = (): HTMLAnchorElement => Object.assign(document.createElement('a'), { href: '/report', textContent: 'Report a problem' });

    it('is shown until the widget has rendered, then gone', async () => {
      const fallback = link();
      const element = document.createElement('test-widget') as TestWidget;
      element.append(fallback);
      document.body.append(element);
      leftovers.push(() => element.remove());
      expect(fallback.getClientRects().length, 'before').to.equal(1);
      await element.updateComplete;
      expect(fallback.getClientRects().length, 'after').to.equal(0);
      expect(element.shadowRoot?.querySelector('slot')).to.equal(null);
    });

    it('stays where the widget cannot render', async () => {
      const fallback = link();
      const silence = (event: Event): void => event.preventDefault();
      window.addEventListener('unhandledrejection', silence);
      leftovers.push(() => window.removeEventListener('unhandledrejection', silence));
      await widget((element) => {
        element.broken = true;
        element.append(fallback);
      });
      expect(fallback.getClientRects().length).to.equal(1);
    });

    it('gives way in the page too, where the widget is light', async () => {
      const element = await widget((tag) => {
        tag.light = true;
        tag.append(link());
      });
      expect(element.querySelector('a')).to.equal(null);
      expect(element.textContent).to.contain('Rendered in en');
    });
  });

  describe('styles that come later', () => {
    const later = css`
      .council-test {
        border-block-start-width: 7px;
      }
    `;
    const width = (element: TestWidget): string => getComputedStyle(inside(element)).borderTopWidth;

    it('come after the widget’s own, once, and stay when it moves', async () => {
      const element = await widget();
      expect(width(element)).to.equal('4px');
      element.adoptFurtherStyles([later]);
      element.adoptFurtherStyles([later]);
      expect(width(element)).to.equal('7px');
      expect(element.shadowRoot?.adoptedStyleSheets.filter((sheet) => sheet === later.styleSheet).length).to.equal(1);
      const elsewhere = document.body.appendChild(document.createElement('div'));
      leftovers.push(() => elsewhere.remove());
      elsewhere.append(element);
      expect(width(element)).to.equal('7px');
    });

    it('come before the page’s in the page, which can change them', async () => {
      leftovers.push(() => {
        const own = [...TestWidget.elementStyles, later].map((style) => (style instanceof CSSStyleSheet ? style : style.styleSheet));
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !own.includes(sheet));
      });
      pageStyles('body { --council-header-background: rgb(1, 1, 1) }');
      const element = await widget((tag) => (tag.light = true));
      element.adoptFurtherStyles([later]);
      expect(width(element)).to.equal('7px');
      pageStyles('.council-test { border-block-start-width: 9px }');
      expect(width(element)).to.equal('9px');
    });
  });

  describe('light', () => {
    it('renders into the page, with its styles and no wall', async () => {
      pageStyles('body { color: rgb(0, 128, 0); --council-header-background: rgb(1, 1, 1) }');
      const element = await widget((tag) => tag.setAttribute('light', ''));
      expect(element.shadowRoot).to.equal(null);
      const style = styleOf(element);
      expect([style.borderTopWidth, style.borderTopColor, style.color]).to.deep.equal(['4px', 'rgb(1, 1, 1)', 'rgb(0, 128, 0)']);
      expect(getComputedStyle(element).display).to.equal('block');
    });

    it('adopts its styles once a page', async () => {
      await widget((tag) => (tag.light = true));
      const { length } = document.adoptedStyleSheets;
      await widget((tag) => (tag.light = true));
      expect(document.adoptedStyleSheets.length).to.equal(length);
    });
  });

  describe('language', () => {
    it('is that of the nearest lang, its own first, and follows when that changes', async () => {
      const place = document.body.appendChild(document.createElement('div'));
      leftovers.push(() => place.remove());
      place.lang = 'cy';
      const element = await widget(undefined, place);
      expect(inside(element).textContent).to.equal('Rendered in cy');
      element.lang = 'en-GB';
      await new Promise(requestAnimationFrame);
      await element.updateComplete;
      expect(inside(element).textContent).to.equal('Rendered in en-GB');
    });
  });

  it('keeps the first definition when a second copy comes, and warns if it is another version', () => {
    const { warn } = console;
    const warnings: unknown[] = [];
    console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
    leftovers.push(() => (console.warn = warn));
    define('test-widget', class extends WidgetElement {});
    expect(warnings).to.deep.equal([]);
    class Older extends WidgetElement {
      static override readonly councilKitVersion = '0.0.1';
    }
    define('test-older-widget', Older);
    define('test-older-widget', class extends WidgetElement {});
    expect(customElements.get('test-widget')).to.equal(TestWidget);
    expect(customElements.get('test-older-widget')).to.equal(Older);
    expect(warnings.join()).to.contain('<test-older-widget> is already defined, by version 0.0.1');
  });
});
