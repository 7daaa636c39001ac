import {
  adoptStyles,
  LitElement,
  ReactiveElement,
  supportsAdoptingStyleSheets,
  type CSSResult,
  type CSSResultGroup,
  type CSSResultOrNative,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit';
import { closestLanguage } from '../messages/language.ts';
import { version } from './define.ts';
import { hostTokens } from './host-tokens.ts';
import { whenParsed } from './parsed.ts';
import { inOwnWords, watchTranslation } from './translation.ts';
import { registerEm, wallStyles } from './wall.styles.ts';

/**
 * The base of a service widget: the one wall that the kit has. It renders into an open shadow root, so that a stranger's
 * page cannot change how it looks, and all ids, labels and live regions in it are in one tree. With the attribute `light`
 * it renders the same into the page, for councils whose pages bring the kit's style sheet.
 *
 * What is written inside the tag (a link to the service's own page) is shown until the widget has rendered, and stays when it cannot.
 *
 * @attr padded - Keeps its words off the edge of its own background, for a page whose background has another colour.
 * @cssprop --council-rem - The size that all text sizes are multiples of; the reader's own text size by default.
 */
export abstract class WidgetElement extends LitElement {
  static readonly councilKitVersion: string = version;

  /** The tokens for pages that do not set them: `hostTokens` of `@council-kit/tokens/host.js`. */
  static readonly tokens: string = '';

  // Not by decorators: servers import this package from source, with types stripped and nothing compiled.
  static override readonly properties: PropertyDeclarations = {
    colourScheme: { attribute: 'colour-scheme' },
    light: { type: Boolean },
    headingLevel: { type: Number, attribute: 'heading-level' },
    keepTitle: { type: Boolean, attribute: 'keep-title' },
  };

  /**
   * The colours the widget has. Without it, those of the page where the page brings the kit's tokens, light ones elsewhere:
   * a dark box in a white page helps nobody. `auto` follows the reader's device.
   */
  declare colourScheme: 'light' | 'dark' | 'auto' | undefined;
  /** Renders into the page instead of a shadow root. Read once, before the first rendering. */
  declare light: boolean;
  /** The level of its first heading, 1 to 5. Give 2 where the page has an `<h1>` of its own. 1 unless given. */
  declare headingLevel: number;
  /** Leaves the page's title alone. Otherwise it names the question that is asked, and says "Error" first where there is one. */
  declare keepTitle: boolean;

  /** Shows what the page wrote inside the tag, until the widget has something in its place; in the page, that itself. */
  #fallback: readonly ChildNode[] = [];
  #told = false;
  /** What this widget alone adopts: the tokens its page lacks. */
  #own: CSSStyleSheet[] = [];
  /** What came after its first rendering: see {@link WidgetElement.adoptFurtherStyles}. */
  #further: readonly CSSResult[] = [];
  #languages: MutationObserver | undefined;
  #parsed = false;

  constructor() {
    super();
    this.light = false;
    this.headingLevel = 1;
    this.keepTitle = false;
  }

  protected static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return [wallStyles, ...super.finalizeStyles(styles)];
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.light) return this;
    const root = super.createRenderRoot();
    this.#fallback = [root.appendChild(document.createElement('slot'))];
    return root;
  }

  override connectedCallback(): void {
    if (this.light && !this.#parsed) {
      // Fallback content that is still being parsed would be added to what the widget rendered.
      whenParsed(this, () => {
        if (this.#parsed) return;
        this.#parsed = true;
        if (this.isConnected) this.connectedCallback();
      });
      return;
    }
    super.connectedCallback();
    watchTranslation(this.light ? this.getRootNode() : this.renderRoot);
    if (this.shadowRoot) this.#adoptTokens(this.shadowRoot);
    else this.#adoptInPage();
    this.#languages = new MutationObserver(() => {
      this.requestUpdate();
    });
    for (const root of new Set([this.ownerDocument, this.getRootNode()])) {
      this.#languages.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#languages?.disconnect();
  }

  protected override update(changed: PropertyValues): void {
    if (!this.hasUpdated && !this.shadowRoot) this.#fallback = [...this.childNodes];
    this.#tellWhatLacks();
    // The attribute that the tokens' style sheets look for, in the page and in the shadow root.
    if (changed.has('colourScheme')) {
      if (this.colourScheme) this.dataset['councilColourScheme'] = this.colourScheme;
      else delete this.dataset['councilColourScheme'];
    }
    // Nothing can be asked: the page's own words say more than an empty widget.
    if (this.#lacksGateway) ReactiveElement.prototype['update'].call(this, changed);
    else if (this.hasUpdated) inOwnWords(this.renderRoot, () => super.update(changed));
    else super.update(changed);
    this.#lowerHeadings();
    // Only now is there something instead: where the first rendering throws, the page's own words stay.
    if (!this.standsIn) return;
    for (const node of this.#fallback) node.remove();
    this.#fallback = [];
  }

  /**
   * Whether what is rendered takes the place of what the page wrote inside the tag (a link to the same service as plain pages). Not
   * while nothing can be asked or answered here.
   */
  protected get standsIn(): boolean {
    return !this.#lacksGateway;
  }

  /** Whether it can do nothing without the attribute `gateway`. */
  protected get needsGateway(): boolean {
    return 'gateway' in this;
  }

  get #lacksGateway(): boolean {
    return this.needsGateway && !('gateway' in this && this.gateway);
  }

  /** By ARIA: the elements, which styles and the focus go by, stay. */
  #lowerHeadings(): void {
    if (!(this.headingLevel > 1)) return;
    for (const heading of this.renderRoot.querySelectorAll('h1,h2,h3,h4,h5')) {
      heading.setAttribute('aria-level', String(Math.min(6, Number(heading.localName[1]) + Math.floor(this.headingLevel) - 1)));
    }
  }

  /** The page's developer is told, in the console: a resident sees the page's own link. */
  #tellWhatLacks(): void {
    if (!this.#lacksGateway || this.#told) return;
    this.#told = true;
    console.warn(
      `<${this.localName}> needs the attribute gateway: the address of the council's gateway. It shows what is written inside the tag.`,
    );
  }

  /** Adopts styles of a part that was fetched when it was needed, after the widget's own; those that it has already are not adopted again. */
  adoptFurtherStyles(styles: readonly CSSResult[]): void {
    const { elementStyles } = this.constructor as typeof WidgetElement;
    const added = styles.filter((style) => !this.#further.includes(style) && !elementStyles.includes(style));
    this.#further = [...this.#further, ...added];
    if (!this.shadowRoot) return this.#adoptInPage();
    // Where the browser has no adopted style sheets, this adds elements.
    if (!supportsAdoptingStyleSheets) return adoptStyles(this.shadowRoot, added);
    const sheets = added.flatMap(({ styleSheet }) => styleSheet ?? []);
    this.shadowRoot.adoptedStyleSheets = [...this.shadowRoot.adoptedStyleSheets, ...sheets];
  }

  /** The language of the nearest `lang` attribute, its own or one around it. */
  protected get language(): string {
    return closestLanguage(this);
  }

  #adoptTokens(root: ShadowRoot): void {
    if (!supportsAdoptingStyleSheets) return;
    // The page is looked at without what the widget gave itself where it stood before.
    const shared = root.adoptedStyleSheets.filter((sheet) => !this.#own.includes(sheet));
    root.adoptedStyleSheets = shared;
    const tokens = hostTokens(this, (this.constructor as typeof WidgetElement).tokens);
    this.#own = tokens ? [tokens] : [];
    if (!registerEm()) {
      const measure = new CSSStyleSheet();
      measure.replaceSync(`:host { --council-em: ${getComputedStyle(this).fontSize} }`);
      this.#own.push(measure);
    }
    root.adoptedStyleSheets = [...shared, ...this.#own];
  }

  /** In the page the components' styles are the page's own, so that a council can change them: first in the order. */
  #adoptInPage(): void {
    const root = this.getRootNode() as Document | ShadowRoot;
    const { elementStyles } = this.constructor as typeof WidgetElement;
    const sheets = [...elementStyles, ...this.#further].flatMap((style) => {
      const sheet = style instanceof CSSStyleSheet ? style : style.styleSheet;
      return sheet && style !== wallStyles ? [sheet] : [];
    });
    const adopted = root.adoptedStyleSheets;
    const added = sheets.filter((sheet) => !adopted.includes(sheet));
    if (added.length === 0) return;
    const after = adopted.findLastIndex((sheet) => sheets.includes(sheet)) + 1;
    const host = new CSSStyleSheet();
    host.replaceSync(`${this.localName} { display: block }`);
    root.adoptedStyleSheets = [...adopted.slice(0, after), ...(after === 0 ? [host] : []), ...added, ...adopted.slice(after)];
  }
}
