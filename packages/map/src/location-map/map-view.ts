import type { FeatureCollection } from 'geojson';
import { DivIcon, GeoJSON, LatLng, LatLngBounds, LayerGroup, Map as LeafletMap, Marker, TileLayer } from 'leaflet';
import { moveWithTwoFingers } from './two-fingers.ts';
import { rounded, type Position } from '../position.ts';
import { featureKinds, kindOf, middleOfLine, nameOf } from './map-features.ts';

/** Names are written from this zoom on; below it they would cover the map. */
const zoomOfNames = 16;
/** Where a pin is set from far out, the map comes this near. */
const zoomOfPin = 17;

export interface MapViewOptions {
  readonly onPlace: (position: Position) => void;
  readonly language: string;
  /** A single finger tries to move the map, or has left it. */
  readonly onOneFinger: (trying: boolean) => void;
  /** The arrow drawn as the pin: an element, because a string of HTML is refused under Trusted Types. */
  readonly pin: () => Element;
}

/** Leaflet, kept to one file: draws the council's features or tiles, and one pin. Knows nothing of words or fields. */
export class MapView {
  readonly #map: LeafletMap;
  readonly #options: MapViewOptions;
  readonly #names = new LayerGroup();
  readonly #features = new LayerGroup();
  readonly #listening = new AbortController();
  #streets: { name: string; at: LatLng }[] = [];
  #pin: Marker | undefined;
  #area: LatLngBounds | undefined;
  /** Somewhere was looked at on purpose: drawing features does not look away. */
  #lookedAt = false;

  constructor(container: HTMLElement, options: MapViewOptions) {
    this.#options = options;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#map = new LeafletMap(container, {
      // Its own controls write HTML as strings, which Trusted Types refuse; ours are real buttons beside the map.
      zoomControl: false,
      attributionControl: false,
      keyboard: false,
      // A map that swallows the page's scrolling is a trap; it zooms by wheel once it has focus.
      scrollWheelZoom: false,
      zoomAnimation: !still,
      fadeAnimation: !still,
      inertia: !still,
      minZoom: 11,
      maxZoom: 19,
    });
    this.#map.setView([0, 0], 15);
    this.#features.addTo(this.#map);
    this.#names.addTo(this.#map);
    this.#map.on('click', (event) => this.#placeByHand(event.latlng));
    this.#map.on('moveend', () => this.#writeNames());
    moveWithTwoFingers(container, this.#map, this.#listening.signal, options.onOneFinger);
    container.addEventListener('focus', () => this.#map.scrollWheelZoom.enable());
    container.addEventListener('blur', () => this.#map.scrollWheelZoom.disable());
  }

  /** Draws the council's features, large areas first, and shows all of the area the first time. */
  drawFeatures(collection: FeatureCollection): void {
    this.#features.clearLayers();
    this.#streets = [];
    for (const kind of featureKinds) {
      const features = collection.features.filter((feature) => kindOf(feature) === kind);
      if (features.length === 0) continue;
      const layer = new GeoJSON({ type: 'FeatureCollection', features } as FeatureCollection, {
        interactive: false,
        style: () => ({ className: `council-map__${kind}` }),
        pointToLayer: (_feature, at) => new Marker(at, { opacity: 0, interactive: false, keyboard: false }),
      });
      this.#features.addLayer(layer);
      if (kind === 'boundary' || this.#area === undefined) this.#area = layer.getBounds();
      if (kind !== 'street') continue;
      for (const feature of features) {
        const name = nameOf(feature, this.#options.language);
        const { geometry } = feature;
        const line =
          geometry.type === 'LineString' ? geometry.coordinates : geometry.type === 'MultiLineString' ? geometry.coordinates[0] : undefined;
        const middle = line && middleOfLine(line);
        if (name && middle) this.#streets.push({ name, at: new LatLng(middle[1] ?? 0, middle[0] ?? 0) });
      }
    }
    if (!this.#lookedAt) this.showArea();
    this.#writeNames();
  }

  drawTiles(url: string): void {
    this.#features.addLayer(new TileLayer(url, { maxZoom: 19 }));
  }

  showArea(): void {
    if (this.#area?.isValid()) this.#map.fitBounds(this.#area, { animate: false });
  }

  lookAt(position: Position, zoom: number): void {
    this.#lookedAt = true;
    this.#map.setView([position.latitude, position.longitude], zoom, { animate: false });
  }

  /** Puts the pin somewhere without telling anyone: the value was given, not chosen here. */
  showPin(position: Position): void {
    const at = new LatLng(position.latitude, position.longitude);
    if (this.#pin === undefined) {
      const pin = new Marker(at, {
        icon: new DivIcon({
          html: this.#options.pin() as HTMLElement,
          className: 'council-map__pin',
          iconSize: [36, 44],
          iconAnchor: [18, 42],
        }),
        draggable: true,
        keyboard: false,
        autoPan: true,
      });
      pin.on('dragend', () => this.#placeByHand(pin.getLatLng()));
      pin.addTo(this.#map);
      this.#pin = pin;
      this.#lookedAt = true;
      this.#map.setView(at, Math.max(this.#map.getZoom(), zoomOfPin), { animate: false });
    } else {
      this.#pin.setLatLng(at);
      this.#map.panInside(at, { padding: [60, 60] });
    }
  }

  /** Moves the pin by pixels of the map as shown; the first move puts it in the middle. */
  movePin(right: number, down: number): void {
    if (this.#pin === undefined) {
      this.#placeByHand(this.#map.getCenter());
      return;
    }
    const point = this.#map.latLngToContainerPoint(this.#pin.getLatLng());
    this.#placeByHand(this.#map.containerPointToLatLng([point.x + right, point.y + down]));
  }

  zoomBy(steps: number): void {
    if (this.#pin) this.#map.setZoomAround(this.#pin.getLatLng(), this.#map.getZoom() + steps);
    else this.#map.setZoom(this.#map.getZoom() + steps);
  }

  /** The container changed its size. */
  resize(): void {
    this.#map.invalidateSize({ animate: false });
  }

  remove(): void {
    this.#listening.abort();
    this.#map.remove();
  }

  #placeByHand(at: LatLng): void {
    const position = rounded({ latitude: at.lat, longitude: at.wrap().lng });
    this.showPin(position);
    this.#options.onPlace(position);
  }

  #writeNames(): void {
    this.#names.clearLayers();
    if (this.#map.getZoom() < zoomOfNames) return;
    const seen = this.#map.getBounds();
    for (const street of this.#streets) {
      if (!seen.contains(street.at)) continue;
      const label = document.createElement('span');
      label.textContent = street.name;
      const icon = new DivIcon({ html: label, className: 'council-map__name', iconSize: [0, 0] });
      this.#names.addLayer(new Marker(street.at, { icon, interactive: false, keyboard: false }));
    }
  }
}
