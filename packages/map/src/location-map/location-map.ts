import { CouncilElement, primaryLanguage, requestGateway, render } from '@council-kit/core';
import { Task, TaskStatus } from '@lit/task';
import type { FeatureCollection } from 'geojson';
import { html, nothing, svg, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Position } from '../position.ts';
import { mapFeaturesSchema } from './map-features.ts';
import { MapView } from './map-view.ts';
import { locationMapMessages, type LocationMapKey } from './location-map.messages.ts';
import { locationMapStyles } from './location-map.styles.ts';
import { PlaceChangeEvent } from './place-change-event.ts';

/** Tells what is at a position, in words; undefined where there are none. */
export type DescribePlace = (
  position: Position,
  options: { readonly signal: AbortSignal; readonly language: string },
) => Promise<string | undefined>;

/** Pixels that an arrow key moves the pin, and with Shift. */
const step = 24;
const smallStep = 4;
/** Milliseconds the pin must rest before what is under it is asked for and said: people move it many steps at a time. */
const restBeforeAsking = 400;

const moves: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

const arrow = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${svg`<path d=${path} />`}</svg>`;

/**
 * A map with one pin, to say where something is: by pressing the map, by dragging, by the arrow keys, or by buttons.
 * What is under the pin is said in words.
 *
 * It draws the council's own GeoJSON (`features`: each feature's property `kind` is boundary, ward, park, water,
 * building or street) or XYZ tiles (`tiles`). It asks no third party for anything.
 *
 * @summary Say where something is, on a map.
 * @tag council-location-map
 * @fires {PlaceChangeEvent} council-place-change - The person put the pin somewhere.
 * @cssprop --council-map-pin - Colour of the pin.
 * @cssprop --council-map-street - Colour of streets.
 * @cssprop --council-map-water - Colour of water.
 * @cssprop --council-map-park - Colour of parks.
 */
export class CouncilLocationMap extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    features: {},
    collection: { attribute: false },
    tiles: {},
    attribution: {},
    latitude: { type: Number },
    longitude: { type: Number },
    view: {},
    labelledBy: { attribute: 'labelled-by' },
    describe: { attribute: false },
  };

  /** Address of a GeoJSON feature collection. */
  declare features: string;
  /** The same, as a value: for pages that have it already. */
  declare collection: FeatureCollection | undefined;
  /** XYZ tiles: `/tiles/{z}/{x}/{y}.png`. Their origin must be allowed by the page's `img-src`. */
  declare tiles: string;
  /** Who made the tiles, as their licence asks. */
  declare attribution: string;
  /** The pin's place. NaN where there is no pin. */
  declare latitude: number;
  declare longitude: number;
  /** What is looked at first where there are no features: `latitude,longitude,zoom`. */
  declare view: string;
  /** The heading or label that names the map. */
  declare labelledBy: string;
  /** Tells what is under the pin, in words. */
  declare describe: DescribePlace | undefined;

  constructor() {
    super();
    this.features = '';
    this.tiles = '';
    this.attribution = '';
    this.latitude = NaN;
    this.longitude = NaN;
    this.view = '';
    this.labelledBy = '';
  }

  #view: MapView | undefined;
  #resize: ResizeObserver | undefined;

  readonly #featuresTask: Task<readonly [string, FeatureCollection | undefined], FeatureCollection | undefined> = new Task(this, {
    args: () => [this.features, this.collection] as const,
    task: async ([url, collection], { signal }) => {
      if (collection || url === '') return collection;
      const outcome = await requestGateway(url, { schema: mapFeaturesSchema, signal });
      if (outcome.kind !== 'answer') throw new Error('The features of the map did not arrive.');
      return outcome.value;
    },
    onComplete: (collection) => {
      if (collection) this.#view?.drawFeatures(collection);
    },
  });

  readonly #placeTask: Task<readonly [number, number, DescribePlace | undefined], string | undefined> = new Task(this, {
    args: () => [this.latitude, this.longitude, this.describe] as const,
    task: async ([latitude, longitude, describe], { signal }) => {
      if (!Number.isFinite(latitude) || !describe) return undefined;
      await new Promise((rested) => setTimeout(rested, restBeforeAsking));
      signal.throwIfAborted();
      return describe({ latitude, longitude }, { signal, language: this.language });
    },
  });

  /** The pin's place; undefined while there is none. */
  get position(): Position | undefined {
    const { latitude, longitude } = this;
    return Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : undefined;
  }

  override focus(options?: FocusOptions): void {
    this.#canvas?.focus(options);
  }

  protected override template(): TemplateResult {
    const say = (key: LocationMapKey): string => locationMapMessages.say(key, this.language);
    const control = (key: LocationMapKey, path: string, press: () => void): TemplateResult =>
      html`<button type="button" class="council-map__control" aria-label=${say(key)} @click=${press}>${arrow(path)}</button>`;
    const failed = this.#featuresTask.status === TaskStatus.ERROR;
    return html`<div
      class="council-map"
      role="group"
      aria-labelledby=${this.labelledBy || nothing}
      aria-label=${this.labelledBy ? nothing : say('map')}
    >
      <p class="council-hint">${say('instructions')}</p>
      <div
        class="council-map__canvas"
        tabindex="0"
        role="application"
        aria-label=${`${say('map')}. ${say('instructions')}`}
        @keydown=${this.#onKey}
      ></div>
      <p class="council-map__two-fingers" aria-hidden="true"><span>${say('two-fingers')}</span></p>
      <div class="council-map__controls" role="group" aria-label=${say('controls')}>
        ${control('north', 'M12 20V5M5 12l7-7 7 7', () => this.#move(0, -1))}
        ${control('south', 'M12 4v15M5 12l7 7 7-7', () => this.#move(0, 1))}
        ${control('west', 'M20 12H5M12 5l-7 7 7 7', () => this.#move(-1, 0))}
        ${control('east', 'M4 12h15M12 5l7 7-7 7', () => this.#move(1, 0))}
        ${control('zoom-in', 'M12 5v14M5 12h14', () => this.#view?.zoomBy(1))}
        ${control('zoom-out', 'M5 12h14', () => this.#view?.zoomBy(-1))}
      </div>
      ${this.attribution ? html`<p class="council-map__attribution">${this.attribution}</p>` : nothing}
      <p class="council-map__place" role="status">${failed ? say('failed') : this.#placeInWords()}</p>
    </div>`;
  }

  protected override connectBehaviour(signal: AbortSignal): void {
    const canvas = this.#canvas;
    if (!canvas) return;
    adoptInto(this.getRootNode());
    const view = new MapView(canvas, {
      language: primaryLanguage(this.language),
      pin: pinElement,
      onOneFinger: (trying) => this.querySelector('.council-map__two-fingers')?.classList.toggle('council-map__two-fingers--shown', trying),
      onPlace: ({ latitude, longitude }) => {
        this.latitude = latitude;
        this.longitude = longitude;
        this.dispatchEvent(new PlaceChangeEvent({ latitude, longitude }));
      },
    });
    this.#view = view;
    const [latitude, longitude, zoom] = this.view.split(',').map(Number);
    if (latitude !== undefined && longitude !== undefined) view.lookAt({ latitude, longitude }, zoom ?? 15);
    if (this.tiles) view.drawTiles(this.tiles);
    if (this.#featuresTask.value) view.drawFeatures(this.#featuresTask.value);
    if (this.position) view.showPin(this.position);
    this.#resize = new ResizeObserver(() => view.resize());
    this.#resize.observe(canvas);
    signal.addEventListener('abort', () => {
      this.#resize?.disconnect();
      view.remove();
      this.#view = undefined;
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if ((changed.has('latitude') || changed.has('longitude')) && this.position) this.#view?.showPin(this.position);
  }

  get #canvas(): HTMLElement | null {
    return this.querySelector('.council-map__canvas');
  }

  #placeInWords(): string {
    const say = locationMapMessages.say;
    if (!this.position) return say('no-pin', this.language);
    // The page around it says what is there, in words of its own.
    if (!this.describe) return '';
    return (
      this.#placeTask.render({
        initial: () => '',
        pending: () => say('asking', this.language),
        complete: (place) => (place ? say('pin-at', this.language, { place }) : say('pin-unnamed', this.language)),
        error: () => say('pin-unnamed', this.language),
      }) ?? ''
    );
  }

  #move(right: number, down: number, by = step): void {
    this.#view?.movePin(right * by, down * by);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    // Chords belong to the browser and the screen reader.
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = moves[event.key];
    if (move) this.#move(...move, event.shiftKey ? smallStep : step);
    else if (event.key === '+' || event.key === '=') this.#view?.zoomBy(1);
    else if (event.key === '-' || event.key === '_') this.#view?.zoomBy(-1);
    else if (event.key === 'Home') this.#view?.showArea();
    else if ((event.key === 'Enter' || event.key === ' ') && !this.position) this.#move(0, 0);
    else return;
    event.preventDefault();
  };
}

/** The pin, as an element: Leaflet would put a string in as HTML, which Trusted Types refuse. */
function pinElement(): Element {
  const holder = document.createElement('div');
  render(
    html`<svg viewBox="0 0 36 44" aria-hidden="true">
      ${svg`<path d="M18 2C9.2 2 2 9 2 17.8 2 29.5 18 42 18 42s16-12.5 16-24.2C34 9 26.8 2 18 2z" /><circle cx="18" cy="17" r="5" fill="#fff" stroke="none" />`}
    </svg>`,
    holder,
  );
  return holder;
}

/** Brings the map's styles into the tree it stands in: they load with the map, not with the widget around it. */
function adoptInto(root: Node): void {
  const sheet = locationMapStyles.styleSheet;
  if (!sheet || !(root instanceof Document || root instanceof ShadowRoot) || root.adoptedStyleSheets.includes(sheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

declare global {
  interface HTMLElementTagNameMap {
    'council-location-map': CouncilLocationMap;
  }
}
