import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { fixture } from '@council-kit/testing/fixture.js';
import { click, focused, press, tabStops } from '@council-kit/testing/keyboard.js';
import { setViewport } from '@council-kit/testing/viewport.js';
import { html } from 'lit';
import '../define/location-map.ts';
import type { CouncilLocationMap } from './location-map.ts';
import { corner } from './corner.fixture.ts';

const start = { latitude: 52.42, longitude: -4.62 };

async function map(extra: Partial<CouncilLocationMap> = {}): Promise<CouncilLocationMap> {
  const holder = await fixture<HTMLElement>(
    html`<div lang=${extra.lang || 'en'}><council-location-map .collection=${corner} view="52.42,-4.62,16"></council-location-map></div>`,
  );
  const element = holder.querySelector('council-location-map');
  if (!element) throw new Error('no map');
  Object.assign(element, extra);
  await element.updateComplete;
  return element;
}
const canvas = (element: CouncilLocationMap): HTMLElement => element.querySelector('[role=application]') ?? expect.fail('no map area');
const said = (element: CouncilLocationMap): string => element.querySelector('[role=status]')?.textContent?.trim() ?? '';

describe('council-location-map', () => {
  it('is reached by Tab once for the map and once for each button, and has a name', async () => {
    const element = await map();
    element.after(document.createElement('button'));
    const stops = await tabStops(element);
    expect(stops.map((stop) => stop.getAttribute('aria-label')?.split('.')[0])).to.deep.equal([
      'Map',
      'Move the pin north',
      'Move the pin south',
      'Move the pin west',
      'Move the pin east',
      'Zoom in',
      'Zoom out',
    ]);
    element.nextElementSibling?.remove();
    const node = await accessible(canvas(element));
    if (node) expect(node.name).to.contain('arrow keys');
  });

  it('puts the pin by keyboard alone: the first arrow in the middle, the next a step further, Shift a small one', async () => {
    const element = await map();
    canvas(element).focus();
    const placed = oneEvent(element, 'council-place-change');
    await press('ArrowUp');
    await placed;
    const first = element.position ?? start;
    await press('ArrowUp');
    const second = element.position ?? start;
    await press('Shift+ArrowUp');
    const third = element.position ?? start;
    expect(second.latitude).to.be.greaterThan(first.latitude);
    expect(second.longitude).to.be.closeTo(first.longitude, 0.00001); // the screen’s own pixel
    expect(third.latitude - second.latitude).to.be.within(0.000001, (second.latitude - first.latitude) / 3);
    expect(focused()).to.equal(canvas(element));
  });

  it('puts the pin where the map is pressed, and by its buttons, without a drag', async () => {
    const element = await map();
    const placed = oneEvent(element, 'council-place-change');
    await click(canvas(element));
    await placed;
    const first = element.position ?? start;
    const east = element.querySelector<HTMLButtonElement>('[aria-label="Move the pin east"]') ?? expect.fail('no button');
    await click(east);
    expect(element.position?.longitude).to.be.greaterThan(first.longitude);
  });

  it('says what is under the pin in words, once the pin rests', async () => {
    const element = await map({
      describe: ({ latitude }) => Promise.resolve(`Mill Lane at ${latitude.toFixed(3)}`),
      latitude: 52.419,
      longitude: -4.62,
    });
    await waitUntil(() => said(element) === 'The pin is at: Mill Lane at 52.419', said(element));
  });

  it('says that it has no name for a place when asking fails, and keeps the pin', async () => {
    const element = await map({ describe: () => Promise.reject(new Error('down')), latitude: 52.419, longitude: -4.62 });
    await waitUntil(() => said(element) === 'The pin is on the map. We have no name for this place.', said(element));
    expect(element.position).to.deep.equal({ latitude: 52.419, longitude: -4.62 });
  });

  it('speaks Welsh on a Welsh page, street names too', async () => {
    const element = await map({ lang: 'cy' });
    expect(said(element)).to.equal('Nid oes pin ar y map eto.');
    await waitUntil(() => [...element.querySelectorAll('.council-map__name')].some((name) => name.textContent === 'Lôn y Felin'));
  });

  it('says so in words when what arrives is no map', async () => {
    const element = await map({ collection: undefined, features: location.pathname });
    await waitUntil(() => said(element).startsWith('The map cannot be shown'), said(element));
  });

  it('leaves one finger to the page’s scrolling, and takes two', async () => {
    const element = await map();
    const area = canvas(element);
    expect(getComputedStyle(area).touchAction).to.equal('pan-x pan-y');
    const hint = element.querySelector('.council-map__two-fingers') ?? expect.fail('no hint');
    const touch = (type: string, fingers: number): Event => {
      const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), { touches: Array.from({ length: fingers }) });
      area.dispatchEvent(event);
      return event;
    };
    const names = (): string => [...element.querySelectorAll<HTMLElement>('.leaflet-map-pane')].map((pane) => pane.style.transform).join();
    const before = names();
    const point = { bubbles: true, pointerType: 'touch', pointerId: 7, isPrimary: true, button: 0, buttons: 1 };
    area.dispatchEvent(new PointerEvent('pointerdown', { ...point, clientX: 100, clientY: 100 }));
    document.dispatchEvent(new PointerEvent('pointermove', { ...point, clientX: 100, clientY: 40 }));
    expect(touch('touchmove', 1).defaultPrevented).to.equal(false);
    expect(getComputedStyle(hint).visibility).to.equal('visible');
    expect(hint.textContent).to.equal('Use two fingers to move the map');
    expect(names()).to.equal(before);
    document.dispatchEvent(new PointerEvent('pointerup', { ...point, clientX: 100, clientY: 40 }));
    expect(touch('touchmove', 2).defaultPrevented).to.equal(true);
    touch('touchend', 0);
    expect(hint.classList.contains('council-map__two-fingers--shown')).to.equal(false);
  });

  it('is a part of a phone’s screen that is held sideways', async () => {
    if (!(await setViewport(640, 320))) return;
    expect(canvas(await map()).offsetHeight).to.be.lessThan(200);
  });

  it('leaves chords to the browser', async () => {
    const element = await map();
    canvas(element).focus();
    const chord = new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, bubbles: true, cancelable: true });
    canvas(element).dispatchEvent(chord);
    expect(chord.defaultPrevented).to.equal(false);
    expect(element.position).to.equal(undefined);
  });

  it('can leave the page and come back with its pin', async () => {
    const element = await map({ latitude: 52.419, longitude: -4.62 });
    const holder = element.parentElement;
    element.remove();
    holder?.append(element);
    await element.updateComplete;
    expect(element.querySelectorAll('.council-map__pin')).to.have.length(1);
  });
});
