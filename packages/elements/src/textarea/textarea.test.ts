import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { bothWays, fixture, page, rendered } from '@council-kit/testing/fixture.js';
import { formControlContract } from '@council-kit/testing/forms.js';
import { type } from '@council-kit/testing/keyboard.js';
import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import '../define/textarea.ts';
import type { CouncilTextarea } from './textarea.ts';
import { textareaTemplate, type TextareaOptions } from './textarea.template.ts';

const textarea = {
  tag: 'council-textarea',
  attributes: { label: 'What happened?', name: 'what', hint: 'In a few words' },
  template: textareaTemplate,
  options: { label: { text: 'What happened?' }, name: 'what', hint: { text: 'In a few words' } } as TextareaOptions,
};
const counted = {
  ...textarea,
  attributes: { ...textarea.attributes, 'max-characters': 10 },
  options: { ...textarea.options, maxlength: 10 },
};

const visible = (element: Element): string | undefined => {
  const count = element.querySelector<HTMLElement>('.council-character-count[aria-hidden="true"]');
  return count && !count.hidden ? (count.textContent ?? '') : undefined;
};
/** What the live region says next. */
const saidNext = (element: Element): Promise<string | null> =>
  new Promise((done) => {
    const region = element.querySelector('[aria-live="polite"]');
    if (region)
      new MutationObserver(() => done(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
  });

describe('council-textarea', () => {
  describe('without a limit', () => {
    formControlContract<CouncilTextarea, TextareaOptions>({
      ...textarea,
      name: 'what',
      label: 'What happened?',
      blank: [''],
      given: ['Three sofas'],
    });
  });

  bothWays<CouncilTextarea, TextareaOptions>(
    'has a text that begins with a line break and holds markup',
    {
      ...textarea,
      attributes: { ...textarea.attributes, value: '\n<b>&amp;</textarea> “ŷ”' },
      options: { ...textarea.options, value: '\n<b>&amp;</textarea> “ŷ”' },
    },
    (element) => {
      expect(element.value).to.equal('\n<b>&amp;</textarea> “ŷ”');
      element.form?.reset();
      expect(element.value).to.equal('\n<b>&amp;</textarea> “ŷ”');
    },
  );

  describe('with a limit', () => {
    formControlContract<CouncilTextarea, TextareaOptions>({
      ...counted,
      name: 'what',
      label: 'What happened?',
      blank: [''],
      given: ['Sofas'],
    });

    bothWays<CouncilTextarea, TextareaOptions>(
      'describes the textarea with the limit, after nothing and before the hint',
      counted,
      async (element) => {
        const node = await accessible(element.querySelector('textarea') ?? element);
        if (node) expect(node.description).to.equal('You can enter up to 10 characters In a few words');
      },
    );

    bothWays<CouncilTextarea, TextareaOptions>(
      'counts the limit of another system as that system counts',
      {
        ...counted,
        attributes: { ...counted.attributes, 'character-unit': 'code-points', value: '👩🏻‍🚀e\u0301' },
        options: { ...counted.options, characterUnit: 'code-points', value: '👩🏻‍🚀e\u0301' },
      },
      (element) => {
        expect(visible(element)).to.equal('You have 5 characters remaining');
      },
    );

    bothWays<CouncilTextarea, TextareaOptions>('counts characters as people do, as they type', counted, async (element) => {
      expect(visible(element)).to.equal('You have 10 characters remaining');
      element.focus();
      await type('Ll');
      expect(visible(element)).to.equal('You have 8 characters remaining');
      element.value = '👨‍👩‍👧‍👦 a\nb ŷ!!';
      expect(visible(element)).to.equal('You have 1 character remaining');
      element.value = '1234567890';
      expect(visible(element)).to.equal('You have 0 characters remaining');
    });

    bothWays<CouncilTextarea, TextareaOptions>('lets people write too much, and says how much', counted, async (element) => {
      element.focus();
      await type('Three sofas');
      expect(element.value).to.equal('Three sofas');
      expect(visible(element)).to.equal('You have 1 character too many');
      expect(element.querySelector('textarea')?.classList.contains('council-textarea--error')).to.equal(true);
      element.value = 'Sofas';
      expect(element.querySelector('textarea')?.classList.contains('council-textarea--error')).to.equal(false);
    });

    bothWays<CouncilTextarea, TextareaOptions>('tells people who listen once, when they pause', counted, async (element) => {
      const said = saidNext(element);
      element.focus();
      await type('Sofas');
      expect(await said).to.equal('You have 5 characters remaining');
    });

    bothWays<CouncilTextarea, TextareaOptions>('hears what is dictated without an event', counted, async (element) => {
      element.focus();
      const said = saidNext(element);
      const control = element.querySelector('textarea');
      if (control) control.value = 'Sofas';
      expect(await said).to.equal('You have 5 characters remaining');
      expect(visible(element)).to.equal('You have 5 characters remaining');
    });

    bothWays<CouncilTextarea, TextareaOptions>(
      'counts what the browser brings back on Back, and what a reset takes away',
      counted,
      async (element) => {
        const control = element.querySelector('textarea');
        if (control) control.value = 'Sofas';
        window.dispatchEvent(new PageTransitionEvent('pageshow'));
        expect(visible(element)).to.equal('You have 5 characters remaining');
        element.form?.reset();
        await new Promise((done) => setTimeout(done));
        expect(visible(element)).to.equal('You have 10 characters remaining');
      },
    );

    bothWays<CouncilTextarea, TextareaOptions>('keeps the look of an error of the page’s own', counted, async (element) => {
      element.errorMessage = 'Enter what happened';
      await element.updateComplete;
      element.value = 'Sofas';
      expect(element.querySelector('textarea')?.classList.contains('council-textarea--error')).to.equal(true);
    });

    bothWays<CouncilTextarea, TextareaOptions>(
      'counts words, and shows the count from the threshold only',
      {
        ...textarea,
        attributes: { ...textarea.attributes, 'max-words': 4, threshold: 50 },
        options: { ...textarea.options, maxwords: 4, threshold: 50 },
      },
      (element) => {
        element.value = 'One';
        expect(visible(element)).to.equal(undefined);
        element.value = 'One two';
        expect(visible(element)).to.equal('You have 2 words remaining');
        element.value = 'One two three four five';
        expect(visible(element)).to.equal('You have 1 word too many');
      },
    );

    it('takes a maxlength that would cut what is pasted', async () => {
      const element = await fixture<CouncilTextarea>(
        html`<council-textarea
          ><div class="council-form-group"><label for="m">What?</label><textarea id="m" name="m" maxlength="5"></textarea></div
        ></council-textarea>`,
      );
      element.focus();
      await type('Sofas!');
      expect(element.value).to.equal('Sofas!');
      expect(visible(element)).to.equal('You have 1 character too many');
      expect(element.querySelector('#m-info')?.textContent).to.equal('You can enter up to 5 characters');
    });

    it('says it in Welsh', async () => {
      const place = await page(html`<div lang="cy"><council-textarea label="Beth?" name="beth" max-words="2"></council-textarea></div>`);
      expect(visible(place)).to.equal('Mae gennych 2 air ar ôl');
    });

    it('lets the page render its children again', async () => {
      const place = await page(html`<div></div>`);
      const show = async (options: Partial<TextareaOptions>): Promise<void> => {
        render(html`<council-textarea>${textareaTemplate({ ...counted.options, ...options })}</council-textarea>`, place);
        await rendered(place);
        await Promise.resolve();
      };
      await show({});
      place.querySelector('textarea')?.focus();
      await type('Sofas');
      await show({ errorMessage: { text: 'Enter more' } });
      expect(place.querySelector('textarea')?.value).to.equal('Sofas');
      expect(visible(place)).to.equal('You have 5 characters remaining');
      await show({ maxlength: 20 });
      expect(visible(place)).to.equal('You have 15 characters remaining');
      await show({ maxlength: undefined });
      expect(visible(place)).to.equal(undefined);
    });
  });
});
