import { BrowserKept, CouncilElement, inLanguage, safeUrl, render, parseBy } from '@council-kit/core';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import * as v from 'valibot';
import type { Place } from '../../contract/report-answers.ts';
import type { Position } from '../../rules/distance.ts';
import { placeTexts } from './report-place.messages.ts';
import type { LookUpPlace } from './report-place.ts';

/** What the journey tells of the council's map. */
const settingsSchema = v.object({
  features: v.optional(v.boolean(), false),
  tiles: v.optional(v.string(), ''),
  attribution: v.optional(v.string(), ''),
});
const noMap: v.InferOutput<typeof settingsSchema> = { features: false, tiles: '', attribution: '' };

/** What its hidden inputs hold. */
const parts = ['lat', 'long', 'accuracy', 'place'] as const;

/** Worse than this (metres) a position does not say which house or gate. */
const exactEnough = 100;
/** A phone that has just been woken takes some seconds to find satellites. */
const deviceTimeout = 20_000;

/**
 * Adds to the question "Where is it?" what only scripts can: the device's position and the map. The words are in the HTML it
 * stands around; what it finds goes into that HTML's hidden inputs.
 *
 * @summary Where something is: the device's position or a pin on the map, beside the words.
 * @tag council-report-place
 */
export class CouncilReportPlace extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    name: {},
    mapUrl: { attribute: 'map-url' },
    lookUp: { attribute: false },
    settings: { attribute: false },
  };

  declare name: string;
  /** Address of the council's GeoJSON. */
  declare mapUrl: string | undefined;
  /** Tells what is at a position. */
  declare lookUp: LookUpPlace | undefined;
  /** Of the question. */
  declare settings: Readonly<Record<string, unknown>> | undefined;

  readonly #own = document.createElement('div');
  readonly #browserKept = new BrowserKept();
  #map: 'closed' | 'loading' | 'open' | 'failed' = 'closed';
  #said: TemplateResult | string | typeof nothing = nothing;
  #asking: AbortController | undefined;

  constructor() {
    super();
    this.name = 'where';
    this.#own.className = 'council-report-place';
  }

  protected override template(): TemplateResult {
    return html``;
  }

  protected override connectBehaviour(signal: AbortSignal): void {
    this.#place()?.append(this.#own);
    this.#sayPosition();
    this.#show();
    // Chromium fills no hidden field in again on Back.
    this.#browserKept.connect(this, this.name, signal, (kept) => this.#restore(kept));
    window.addEventListener('pageshow', ({ persisted }) => persisted || this.#readAgain(), { signal });
    signal.addEventListener('abort', () => this.#asking?.abort());
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#place()?.append(this.#own);
    this.#show();
  }

  #place(): Element | null {
    const fieldset = this.querySelector('fieldset');
    return fieldset?.lastElementChild === this.#own ? null : fieldset;
  }

  #hidden(part: 'lat' | 'long' | 'accuracy' | 'place'): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`input[type="hidden"][name="${this.name}-${part}"]`);
  }

  get #position(): Position | undefined {
    const [lat, long] = (['lat', 'long'] as const).map((part) => this.#hidden(part)?.value ?? '');
    return lat && long ? { lat: Number(lat), long: Number(long) } : undefined;
  }

  #say(key: Exclude<keyof typeof placeTexts, 'pinAt' | 'deviceAt' | 'tooLong' | 'outside' | 'outsideShort' | 'reportThere'>): string {
    return inLanguage(placeTexts[key], this.language);
  }

  #show(): void {
    const given = parseBy(settingsSchema, this.settings ?? {});
    const map = given.success ? given.output : noMap;
    const canMap = (map.features && this.mapUrl) || map.tiles;
    const canLocate = 'geolocation' in navigator && window.isSecureContext;
    const button = (text: string, press: () => void, expanded?: boolean): TemplateResult =>
      html`<button type="button" class="council-button council-button--secondary" aria-expanded=${expanded ?? nothing} @click=${press}>
        ${text}
      </button>`;
    const open = this.#map === 'open' || this.#map === 'loading';
    render(
      html`${
          canLocate
            ? html`<div class="council-report-place__way">
                <p class="council-label">${this.#say('device')}</p>
                <p class="council-hint">${this.#say('deviceHint')}</p>
                ${button(this.#say('useDevice'), () => this.#locate())}
              </div>`
            : nothing
        }
        ${
          canMap
            ? html`<div class="council-report-place__way">
                <p class="council-label">${this.#say('map')}</p>
                <p class="council-hint">${this.#say('mapHint')}</p>
                ${button(this.#say(open ? 'hideMap' : 'showMap'), () => (open ? this.#closeMap() : void this.#openMap()), open)}
                ${this.#map === 'open' ? this.#mapTemplate(map) : nothing}
              </div>`
            : nothing
        }
        <div class="council-report-place__said" role="status">${this.#said}</div>
        ${this.#position ? button(this.#say('remove'), () => this.#remove()) : nothing}`,
      this.#own,
    );
  }

  #mapTemplate({ features, tiles, attribution }: v.InferOutput<typeof settingsSchema>): TemplateResult {
    const position = this.#position;
    return html`<council-location-map
      features=${features && !tiles ? (this.mapUrl ?? '') : ''}
      tiles=${tiles}
      attribution=${attribution}
      .latitude=${position?.lat ?? NaN}
      .longitude=${position?.long ?? NaN}
      .describe=${this.#describePin}
      @council-place-change=${(event: Event & { readonly position: { readonly latitude: number; readonly longitude: number } }) => {
        this.#keep({ lat: event.position.latitude, long: event.position.longitude });
      }}
    ></council-location-map>`;
  }

  async #openMap(): Promise<void> {
    this.#map = 'loading';
    this.#tell(this.#say('mapLoading'));
    try {
      await import('@council-kit/map/define.js');
      this.#map = 'open';
      this.#sayPosition();
    } catch {
      this.#map = 'failed';
      this.#said = this.#say('mapFailed');
    }
    this.#show();
  }

  #closeMap(): void {
    this.#map = 'closed';
    this.#sayPosition();
    this.#show();
  }

  #locate(): void {
    this.#tell(this.#say('asking'));
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        this.#found({ lat: Number(latitude.toFixed(6)), long: Number(longitude.toFixed(6)) }, accuracy),
      (error) => this.#tell(this.#say(error.code === error.PERMISSION_DENIED ? 'deviceRefused' : 'deviceFailed')),
      { enableHighAccuracy: true, timeout: deviceTimeout, maximumAge: 0 },
    );
  }

  /** What the map says of its pin: it asks when the pin rests, and announces the answer itself. */
  readonly #describePin = async (
    { latitude, longitude }: { readonly latitude: number; readonly longitude: number },
    { language, signal }: { readonly language: string; readonly signal: AbortSignal },
  ): Promise<string | undefined> => {
    const place = await this.lookUp?.({ lat: latitude, long: longitude }, { language, signal });
    // Its own map tells the place; who looks after it and where to turn is told here.
    if (place && !signal.aborted) this.#arrived(place);
    return place?.description;
  };

  /** The device's position. Kept at once; its words follow. */
  #found(position: Position, accuracy: number): void {
    this.#keep(position, accuracy);
    const { signal } = (this.#asking = new AbortController());
    void this.lookUp?.(position, { language: this.language, signal }).then(
      (place) => {
        if (!signal.aborted && place) this.#arrived(place);
      },
      () => undefined,
    );
  }

  #keep({ lat, long }: Position, accuracy?: number): void {
    this.#asking?.abort();
    this.#fill({ lat, long, accuracy: accuracy === undefined ? '' : Math.round(accuracy), place: '' });
    this.#sayPosition();
    this.#show();
  }

  /** It is known what is there. */
  #arrived(place: Place): void {
    this.#fill({ place: place.inside ? place.description : '' });
    this.#sayPosition();
    const { url, name } = place.neighbour ?? {};
    if (!place.inside) {
      this.#said = html`<p class="council-body">
        ${inLanguage(placeTexts.outsideShort(place), this.language)}
        ${safeUrl(url) && name ? html`<a class="council-link" href=${safeUrl(url) ?? ''}>${inLanguage(placeTexts.reportThere(name), this.language)}</a>` : nothing}
      </p>`;
    }
    this.#show();
  }

  #remove(): void {
    this.#asking?.abort();
    this.#fill({ lat: '', long: '', accuracy: '', place: '' });
    this.#tell(this.#say('removed'));
    this.querySelector<HTMLElement>(`input[name="${this.name}-words"]`)?.focus();
  }

  #fill(values: Partial<Record<'lat' | 'long' | 'accuracy' | 'place', string | number>>): void {
    for (const [part, value] of Object.entries(values) as ['lat', string | number][]) {
      const input = this.#hidden(part);
      if (input) input.value = String(value);
    }
    this.#browserKept.keep(JSON.stringify(parts.map((part) => this.#hidden(part)?.value ?? '')));
    // What a person has changed: drafts are kept on it.
    this.#hidden('lat')?.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #restore(kept: string): void {
    const values = parseBy(v.pipe(v.string(), v.parseJson(), v.array(v.string())), kept);
    if (!values.success || this.#position) return;
    this.#fill(Object.fromEntries(parts.map((part, at) => [part, values.output[at] ?? ''])));
    this.#readAgain();
  }

  #readAgain(): void {
    this.#sayPosition();
    this.#show();
  }

  #tell(words: string): void {
    this.#said = words;
    this.#show();
  }

  #sayPosition(): void {
    const position = this.#position;
    const accuracy = this.#hidden('accuracy')?.value;
    // An open map says itself where its pin is.
    if (!position || (this.#map === 'open' && !accuracy)) {
      this.#said = nothing;
      return;
    }
    const { language } = this;
    const place = this.#hidden('place')?.value || `${position.lat.toFixed(5)}, ${position.long.toFixed(5)}`;
    const metres = Number(accuracy);
    const text = accuracy ? placeTexts.deviceAt(place, metres) : placeTexts.pinAt(place);
    this.#said = html`<p class="council-body">
      <strong>${inLanguage(text, language)}</strong>${accuracy && metres > exactEnough ? html`<br />${this.#say('imprecise')}` : nothing}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-report-place': CouncilReportPlace;
  }
}
