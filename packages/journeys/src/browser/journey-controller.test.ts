import { define, WidgetElement } from '@council-kit/core';
import { fixture } from '@council-kit/testing/fixture.js';
import { expect } from '@open-wc/testing';
import { html, type CSSResultGroup } from 'lit';
import * as v from 'valibot';
import '../define-elements.ts';
import type { Journey } from '../definition.ts';
import * as further from '../further.ts';
import { choicesTemplate } from '../page/choices.template.ts';
import * as runner from '../runner.ts';
import { fetchedSpecial } from '../special.ts';
import { text } from '../testing/skip.journey.ts';
import { JourneyController, type JourneySettings } from './journey-controller.ts';
import { choiceStyles } from './choice.styles.ts';
import { journeyStyles } from './journey.styles.ts';

const journey: Journey = {
  name: 'bin',
  title: text('Report a missed bin'),
  steps: [
    {
      id: 'which',
      contents: [
        {
          kind: 'radios',
          name: 'which',
          label: text('Which bin?'),
          choices: [
            { value: 'food', text: text('Food') },
            { value: 'garden', text: text('Garden') },
          ],
        },
      ],
    },
    { id: 'where', contents: [{ kind: 'special', special: 'place', name: 'where', label: text('Where is it?') }] },
    { id: 'why', contents: [{ kind: 'textarea', name: 'why', label: text('What happened?') }] },
  ],
  check: { title: text('Check'), button: text('Send') },
};

/** Comes when the test says so, or does not come. */
class Fetch<Value> {
  asked = 0;
  #value: Value;
  #down = false;
  #answer: () => void = () => undefined;
  readonly #answered = new Promise<void>((done) => (this.#answer = done));

  constructor(value: Value) {
    this.#value = value;
  }
  readonly ask = async (): Promise<Value> => {
    this.asked += 1;
    await this.#answered;
    if (this.#down) throw new TypeError('Failed to fetch dynamically imported module');
    return this.#value;
  };
  /** Answers what was asked, and from now on at once. */
  answers({ down = false } = {}): void {
    this.#down = down;
    this.#answer();
  }
}

class TestBinWidget extends WidgetElement {
  static override readonly styles: CSSResultGroup = [...journeyStyles, ...choiceStyles];
  readonly runner = new Fetch(runner);
  readonly further = new Fetch(further);
  readonly place = new Fetch({
    schema: v.object({ words: v.string() }),
    parse: (form: FormData) => ({ words: String(form.get('where') ?? '') }),
    template: () =>
      html`<h1>Where is it?</h1>
        <input name="where" aria-label="Words" />`,
    summary: ({ words }: { words: string }) => words,
  });
  readonly #settings: JourneySettings = {
    service: { journey, specials: { place: fetchedSpecial(v.object({ words: v.string() }), this.place.ask) } },
    submit: async () => ({ kind: 'accepted', accepted: { reference: 'B-1' } }),
    runner: this.runner.ask,
    further: this.further.ask,
    choices: choicesTemplate,
    history: 'none',
  };
  readonly #controller = new JourneyController(this, () => this.#settings);
  protected override render(): unknown {
    return this.#controller.render();
  }
}
define('test-bin-widget', TestBinWidget);

interface Shown {
  readonly element: TestBinWidget;
  readonly root: ShadowRoot;
}
async function shown(): Promise<Shown> {
  const element = await fixture<TestBinWidget>(html`<test-bin-widget></test-bin-widget>`);
  const root = element.shadowRoot;
  if (!root) throw new Error('there is no wall');
  await sees(root, 'Which bin?');
  return { element, root };
}
const heading = (root: ShadowRoot): string => root.querySelector('h1')?.textContent.trim() ?? '';
function sees(root: ShadowRoot, words: string): Promise<void> {
  return new Promise((done) => {
    const look = (): void => {
      if (heading(root) !== words) return;
      observer.disconnect();
      done();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    look();
  });
}
const proceed = (root: ShadowRoot): void => [...root.querySelectorAll<HTMLButtonElement>('.council-button')].at(-1)?.click();

/** Ten seconds pass at once, for what is waited for so long. */
async function withoutPatience(work: () => Promise<void>): Promise<void> {
  const { setTimeout: real } = window;
  window.setTimeout = ((call: () => void, delay?: number) => real(call, delay === 10_000 ? 0 : delay)) as typeof window.setTimeout;
  try {
    await work();
  } finally {
    window.setTimeout = real;
  }
}
const garden = (root: ShadowRoot): HTMLInputElement => root.querySelector('input[value="garden"]') as HTMLInputElement;
const nothingCame = 'The next question could not be loaded';

describe('what runs the journey', () => {
  it('is asked for while the first page stands, and takes an answer that was given before it came', async () => {
    const { element, root } = await shown();
    await element.updateComplete;
    expect([element.runner.asked, element.place.asked, element.further.asked]).to.deep.equal([1, 0, 0]);
    garden(root).click();
    proceed(root);
    proceed(root);
    element.runner.answers();
    element.place.answers();
    await sees(root, 'Where is it?');
    await element.updateComplete;
    expect(root.activeElement?.localName).to.equal('h1');
    element.further.answers();
    proceed(root);
    await sees(root, 'What happened?');
    proceed(root);
    await sees(root, 'Check');
    expect(root.querySelector('dl')?.textContent).to.contain('Garden');
  });

  it('leaves the first page as it stands: its controls, what was picked, and the focus', async () => {
    const { element, root } = await shown();
    const picked = garden(root);
    picked.focus();
    picked.click();
    const steps: string[] = [];
    element.addEventListener('council-journey-step', ({ address }) => steps.push(address));
    element.runner.answers();
    await new Promise((done) => element.addEventListener('council-journey-step', done, { once: true }));
    await element.updateComplete;
    expect(steps).to.deep.equal(['which']);
    expect(garden(root)).to.equal(picked);
    expect([picked.checked, root.activeElement]).to.deep.equal([true, picked]);
  });

  it('does not lose what was picked where the language changes before it comes', async () => {
    const { element, root } = await shown();
    garden(root).click();
    element.lang = 'cy';
    await element.updateComplete;
    element.runner.answers();
    await new Promise((done) => element.addEventListener('council-journey-step', done, { once: true }));
    await sees(root, 'Which bin?');
    await element.updateComplete;
    expect(garden(root).checked).to.equal(true);
  });

  it('is told when it does not come, loses nothing, and is asked for again', async () => {
    const { element, root } = await shown();
    await element.updateComplete;
    garden(root).click();
    element.runner.answers({ down: true });
    proceed(root);
    await sees(root, nothingCame);
    element.runner.answers();
    element.place.answers();
    proceed(root);
    await sees(root, 'Where is it?');
    element.further.answers();
    proceed(root);
    await sees(root, 'What happened?');
    proceed(root);
    await sees(root, 'Check');
    expect(root.querySelector('dl')?.textContent).to.contain('Garden');
  });

  it('is told when nothing is heard of it', () =>
    withoutPatience(async () => {
      const { element, root } = await shown();
      proceed(root);
      await sees(root, nothingCame);
      element.runner.answers();
      element.place.answers();
      proceed(root);
      await sees(root, 'Where is it?');
    }));
});

describe('what only some pages need', () => {
  it('is asked for while a page before them stands', async () => {
    const { element, root } = await shown();
    element.runner.answers();
    element.place.answers();
    proceed(root);
    await sees(root, 'Where is it?');
    expect([element.further.asked, element.place.asked]).to.deep.equal([1, 1]);
    proceed(root);
    element.further.answers();
    await sees(root, 'What happened?');
    const area = root.querySelector('textarea');
    expect(area?.closest('council-textarea')?.matches(':defined')).to.equal(true);
    expect(area && getComputedStyle(area).borderTopWidth).to.equal('2px');
  });

  it('is told when nothing is heard of it', () =>
    withoutPatience(async () => {
      const { element, root } = await shown();
      element.runner.answers();
      element.place.answers();
      proceed(root);
      await sees(root, 'Where is it?');
      proceed(root);
      await sees(root, nothingCame);
      element.further.answers();
      proceed(root);
      await sees(root, 'What happened?');
    }));

  it('is told when it does not come, loses nothing, and is asked for again', async () => {
    const { element, root } = await shown();
    element.runner.answers();
    element.further.answers({ down: true });
    element.place.answers();
    proceed(root);
    await sees(root, 'Where is it?');
    const words = root.querySelector<HTMLInputElement>('input[name="where"]');
    if (words) words.value = 'Mill Lane';
    proceed(root);
    await sees(root, nothingCame);
    element.further.answers();
    proceed(root);
    await sees(root, 'What happened?');
    proceed(root);
    await sees(root, 'Check');
    expect(root.querySelector('dl')?.textContent).to.contain('Mill Lane');
  });
});
