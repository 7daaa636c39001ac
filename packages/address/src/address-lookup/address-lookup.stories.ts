import { html, type TemplateResult } from 'lit';
import '../define/address-lookup.ts';
import { addressesAt, answers, busy, found, nobody, outcomes, tower } from './testing/recorded-addresses.fixture.ts';
import type { AskAddresses } from '../question/address-question.ts';
import { addressLookupTemplate } from './address-lookup.template.ts';
import type { CouncilAddressLookup } from './address-lookup.ts';

export default { title: 'Address/Address lookup', component: 'council-address-lookup' };

/** As it is after somebody typed this and pressed "Find address". */
const story = (typed: string, ask: AskAddresses = answers, after?: (element: CouncilAddressLookup) => void) => ({
  render: (): TemplateResult =>
    html`<council-address-lookup name="address" legend="What is your address?" pause="0" .ask=${ask}></council-address-lookup>`,
  play: async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const element = canvasElement.querySelector<CouncilAddressLookup>('council-address-lookup');
    if (!element) return;
    await found(element, typed);
    after?.(element);
    await element.updateComplete;
  },
});
const press = (words: string) => (element: CouncilAddressLookup) =>
  [...element.querySelectorAll('button')].find(({ textContent }) => words === textContent.trim())?.click();

export const Default = {
  render: (): TemplateResult =>
    html`<council-address-lookup name="address" legend="What is your address?" legend-size="l" .ask=${answers}></council-address-lookup>`,
};
export const List = story('AM1A 1JT');
export const NarrowedByNumber = story('AM1A 1JT 12');
export const Tower = story('AM9 9ZZ', outcomes(tower));
export const Words = story('12 mill la');
export const SingleMatch = story('AM1A 1JT 7');
export const ByHand = story('14 Mill Lane AM1A 1JT', answers, press('Enter address manually'));
export const NotAPostcode = story('QQ1 1AA');
export const NoSuchPostcode = story('AM1 9ZZ', nobody('postcode_not_found'));
export const NoLongerUsed = story('AM1 9ZY', nobody('postcode_terminated', 'It ended in March 2021.'));
export const ForcesPost = story('BFPO 61');
export const AnotherCouncils = story(
  'AS1 1AA',
  outcomes({ ...addressesAt([]), outside: [{ name: 'Ashton', url: 'https://www.ashton.example', addresses: 9 }] }),
);
export const NothingLikeIt = story('qwertyuiop', outcomes(addressesAt([])));
export const ServiceDown = story('AM1A 1JT', () => Promise.resolve({ kind: 'unreachable' }));
export const ServiceBusy = story('AM1A 1JT', busy);
export const Chosen = {
  render: (): TemplateResult =>
    html`<council-address-lookup
      name="address"
      legend="What is your address?"
      .ask=${answers}
      .value=${addressesAt(['7 Mill Lane']).addresses[0]}
    ></council-address-lookup>`,
};
export const Anywhere = {
  render: (): TemplateResult =>
    html`<council-address-lookup
      name="address"
      legend="Where did you live before?"
      area="anywhere"
      stage="by-hand"
      .ask=${answers}
    ></council-address-lookup>`,
};
export const WithErrors = {
  ...Anywhere,
  play: async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const element = canvasElement.querySelector<CouncilAddressLookup>('council-address-lookup');
    element?.check();
    await element?.updateComplete;
  },
};
export const Disabled = {
  render: (): TemplateResult =>
    html`<council-address-lookup name="address" legend="What is your address?" disabled .ask=${answers}></council-address-lookup>`,
};
export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-address-lookup name="address" .ask=${answers}
      >${addressLookupTemplate({ name: 'address', legend: { text: 'What is your address?' }, hint: { text: 'Where you live now' } })}</council-address-lookup
    >`,
};
