import { expect } from '@open-wc/testing';
import { bothWays } from '@council-kit/testing/fixture.js';
import '../define/phase-banner.ts';
import { phaseBannerTemplate } from './phase-banner.template.ts';

const words = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

describe('council-phase-banner', () => {
  bothWays(
    'says the phase and asks for feedback',
    {
      tag: 'council-phase-banner',
      attributes: { 'feedback-url': '/feedback' },
      template: phaseBannerTemplate,
      options: { tag: { text: 'Beta' }, feedbackUrl: '/feedback' },
      inside: 'div',
    },
    (element) => {
      expect(words(element)).to.equal('Beta This is a new service. Give your feedback to help us improve it');
      expect(element.querySelector('a')?.getAttribute('href')).to.equal('/feedback');
    },
  );
});
