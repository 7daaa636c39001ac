import { expect } from '@open-wc/testing';
import { fixture } from '@council-kit/testing/fixture.js';
import { danglingReferences } from '@council-kit/testing/id-references.js';
import { html } from 'lit';
import '../define/report-issue.ts';
import { gatewayAddress, recordedGateway, type Instead } from '../testing/recorded-gateway.ts';
import type { CouncilReportIssue } from './report-issue.ts';

let gateway: ReturnType<typeof recordedGateway> | undefined;
afterEach(() => {
  gateway?.remove();
  document.documentElement.lang = 'en';
});

const text = (root: ParentNode, selector: string): string => root.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** A resident at the widget. */
class Resident {
  readonly element: CouncilReportIssue;
  readonly root: ShadowRoot;

  private constructor(element: CouncilReportIssue, root: ShadowRoot) {
    this.element = element;
    this.root = root;
  }

  static async arrives(instead?: Instead): Promise<Resident> {
    gateway = recordedGateway(instead);
    const element = await fixture<CouncilReportIssue>(
      html`<council-report-issue gateway=${gatewayAddress} history="none"><a href="/report">Report</a></council-report-issue>`,
    );
    if (!element.shadowRoot) throw new Error('there is no wall');
    const resident = new Resident(element, element.shadowRoot);
    await resident.sees('h1');
    return resident;
  }

  get heading(): string {
    return text(this.root, 'h1');
  }

  /** The messages of the error summary, in order. */
  get errors(): string[] {
    return [...this.root.querySelectorAll('.council-error-summary-list a')].map((link) => link.textContent?.trim() ?? '');
  }

  async sees(selector: string, words = ''): Promise<void> {
    const holds = (): boolean => [...this.root.querySelectorAll(selector)].some((each) => each.textContent?.includes(words));
    if (holds()) return;
    await new Promise<void>((done) => {
      const observer = new MutationObserver(() => {
        if (!holds()) return;
        observer.disconnect();
        queueMicrotask(done);
      });
      observer.observe(this.root, { subtree: true, childList: true, characterData: true, attributes: true });
    });
  }

  fill(name: string, value: string): void {
    const control = this.root.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`);
    if (!control) throw new Error(`no control is named ${name}`);
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }

  pick(name: string, value: string): void {
    const choice = this.root.querySelector<HTMLInputElement>(`[name="${name}"][value="${value}"]`);
    if (!choice) throw new Error(`${name} has no choice ${value}`);
    choice.click();
  }

  /** The page's own button. */
  go(): void {
    const buttons = [...this.root.querySelectorAll<HTMLButtonElement>('.council-journey-form button.council-button')];
    buttons.findLast((button) => button.type === 'submit' && !button.name)?.click();
  }

  button(words: string): HTMLButtonElement | undefined {
    return [...this.root.querySelectorAll('button')].find((button) => button.textContent?.includes(words));
  }

  async toDetails(): Promise<void> {
    this.pick('service', 'pothole');
    this.go();
    await this.sees('h1', 'Where is it?');
    this.fill('where-words', 'opposite 12 Mill Lane');
    this.go();
    await this.sees('h1', 'Pothole');
  }

  async toCheck(): Promise<void> {
    await this.toDetails();
    this.pick('pothole-position', 'edge');
    this.pick('pothole-size', 'plate');
    this.pick('pothole-depth', 'unsure');
    this.fill('description', 'Two holes & a <crack>');
    this.go();
    await this.sees('h1', 'Add photos');
    this.go();
    await this.sees('h1', 'How can we contact you');
    this.go();
    await this.sees('h1', 'Check your report');
  }
}

const sent = () => gateway?.asked.filter(({ path, method }) => path === '/reports' && method === 'POST') ?? [];

describe('<council-report-issue>', () => {
  it('asks what, from the council’s own list, grouped, and finds it by other words', async () => {
    const resident = await Resident.arrives();
    expect(resident.heading).to.equal('What do you want to report?');
    expect(resident.root.querySelectorAll('[name="service"]').length).to.be.at.least(12);
    expect(danglingReferences(resident.root)).to.deep.equal([]);
    resident.go();
    await resident.sees('.council-error-summary');
    expect(resident.errors).to.deep.equal(['Select what you want to report']);
    const search = resident.root.querySelector<HTMLInputElement>('input[type="search"], .council-choices-search input');
    if (!search) throw new Error('the list has no search');
    search.value = 'mattress';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await resident.sees('.council-choices-search, [role="status"], [aria-live]', '');
    const seen = [...resident.root.querySelectorAll<HTMLInputElement>('[name="service"]')].filter((choice) => choice.checkVisibility());
    expect(seen.map(({ value }) => value)).to.deep.equal(['fly-tipping']);
  });

  it('goes from the first question to a reference, and sends what was answered, once', async () => {
    const resident = await Resident.arrives();
    await resident.toCheck();
    expect(text(resident.root, 'dl')).to.contain('opposite 12 Mill Lane').and.to.contain('Two holes & a <crack>');
    resident.go();
    resident.go();
    await resident.sees('h1', 'Report sent');
    expect(text(resident.root, '.council-panel')).to.contain('7Q2KM-9XH4Y');
    expect(sent().length).to.equal(1);
    expect(sent()[0]?.idempotencyKey).to.match(/^[0-9a-f-]{32,36}$/);
    expect(sent()[0]?.body).to.deep.equal({
      service_code: 'pothole',
      address_string: 'opposite 12 Mill Lane',
      description: 'Two holes & a <crack>',
      attributes: { position: 'edge', size: 'plate', depth: 'unsure' },
      photos: [],
      contact: { name: '', email: '', phone: '' },
    });
    expect(resident.root.querySelector<HTMLAnchorElement>('a[href*="7Q2KM"]')?.href).to.equal(
      `${gatewayAddress}/reports/7Q2KM-9XH4Y?lang=en`,
    );
  });

  it('offers what is near before a duplicate is made', async () => {
    const resident = await Resident.arrives();
    resident.pick('service', 'fly-tipping');
    resident.go();
    await resident.sees('h1', 'Where is it?');
    resident.fill('where-words', 'Mill Lane');
    resident.go();
    await resident.sees('h1', 'Has it been reported already?');
    await resident.sees('.council-report-list__item');
    const [follow] = resident.root.querySelectorAll<HTMLAnchorElement>('.council-report-list__item a');
    expect(follow?.href).to.equal(`${gatewayAddress}/reports/7Q2KM-9XH4Y?lang=en`);
    expect(follow?.textContent).to.contain('follow it instead');
    resident.go();
    await resident.sees('h1', 'Fly-tipping');
  });

  it('shows what the gateway finds wrong at the question, and sends it corrected under another key', async () => {
    let first = true;
    const resident = await Resident.arrives(({ path, method }) => {
      if (path !== '/reports' || method !== 'POST' || !first) return undefined;
      first = false;
      const errors = [{ field: 'attributes.size', message: 'Select how big it is' }];
      return Response.json({ status: 422, title: 'There is a problem', errors }, { status: 422 });
    });
    await resident.toCheck();
    resident.go();
    await resident.sees('.council-error-message', 'Select how big it is');
    expect(resident.heading).to.contain('Pothole');
    resident.pick('pothole-size', 'larger');
    resident.go();
    await resident.sees('h1', 'Check your report');
    resident.go();
    await resident.sees('h1', 'Report sent');
    expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(2);
  });

  it('says that it was not sent, keeps everything, and sends it again under the same key', async () => {
    let down = true;
    const resident = await Resident.arrives(({ path, method }) => {
      if (path === '/reports' && method === 'POST' && down) throw new TypeError('Failed to fetch');
      return undefined;
    });
    await resident.toCheck();
    resident.go();
    await resident.sees('button', 'Try again');
    expect(resident.heading).to.equal('We could not send it');
    down = false;
    resident.button('Try again')?.click();
    await resident.sees('h1', 'Report sent');
    expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(1);
    expect(sent()[1]?.body).to.deep.equal(sent()[0]?.body);
  });

  it('asks the device for its position only on a press, and says how exact it is', async () => {
    const original = Object.getOwnPropertyDescriptor(Navigator.prototype, 'geolocation');
    let asks = 0;
    const geolocation = {
      getCurrentPosition: (found: PositionCallback) => {
        asks++;
        found({ coords: { latitude: 52.0051234567, longitude: -2.0001234567, accuracy: 12.4 } } as GeolocationPosition);
      },
    };
    Object.defineProperty(Navigator.prototype, 'geolocation', { configurable: true, get: () => geolocation });
    try {
      const resident = await Resident.arrives();
      resident.pick('service', 'pothole');
      resident.go();
      await resident.sees('h1', 'Where is it?');
      await resident.sees('button', 'Use my position');
      expect(asks).to.equal(0);
      resident.button('Use my position')?.click();
      await resident.sees('[role="status"]', 'Your position: Mill Lane, Northgate (to within 12 metres)');
      expect(asks).to.equal(1);
      resident.go();
      await resident.sees('h1', 'Pothole');
      // The position is in no address that was asked.
      expect(gateway?.asked.every(({ path }) => !path.includes('52.00'))).to.equal(true);
      expect(gateway?.asked.find(({ path }) => path === '/reports/place')?.body).to.deep.equal({ lat: 52.005123, long: -2.000123 });
    } finally {
      if (original) Object.defineProperty(Navigator.prototype, 'geolocation', original);
    }
  });

  it('tells which council looks after a place that is not ours, with its link', async () => {
    const original = Object.getOwnPropertyDescriptor(Navigator.prototype, 'geolocation');
    const geolocation = {
      getCurrentPosition: (found: PositionCallback) =>
        found({ coords: { latitude: 52.005, longitude: -1.8, accuracy: 8 } } as GeolocationPosition),
    };
    Object.defineProperty(Navigator.prototype, 'geolocation', { configurable: true, get: () => geolocation });
    try {
      const resident = await Resident.arrives();
      resident.pick('service', 'pothole');
      resident.go();
      await resident.sees('button', 'Use my position');
      resident.button('Use my position')?.click();
      await resident.sees('[role="status"] a', 'Report it to Ashton');
      expect(resident.root.querySelector<HTMLAnchorElement>('[role="status"] a')?.href).to.equal('https://ashton.example/report');
      resident.go();
      await resident.sees('.council-error-summary', 'This is in the area of Ashton');
    } finally {
      if (original) Object.defineProperty(Navigator.prototype, 'geolocation', original);
    }
  });

  it('switches the language in the middle and loses no answer', async () => {
    const resident = await Resident.arrives();
    await resident.toDetails();
    resident.pick('pothole-size', 'larger');
    resident.fill('description', 'Half a sen');
    document.documentElement.lang = 'cy';
    await resident.sees('legend', 'Pa mor fawr ydyw?');
    expect(resident.root.querySelector<HTMLInputElement>('[name="pothole-size"][value="larger"]')?.checked).to.equal(true);
    expect(resident.root.querySelector<HTMLTextAreaElement>('[name="description"]')?.value).to.equal('Half a sen');
  });

  it('offers a way on where the council does not answer at all', async () => {
    let down = true;
    const resident = await Resident.arrives(() => {
      if (down) throw new TypeError('Failed to fetch');
      return undefined;
    });
    expect(resident.root.querySelector('[name="service"]')).to.equal(null);
    down = false;
    resident.button('Try again')?.click();
    await resident.sees('h1', 'What do you want to report?');
  });
});
