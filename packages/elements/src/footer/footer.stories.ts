import { html, type TemplateResult } from 'lit';
import '../define/footer.ts';
import { footerTemplate } from './footer.template.ts';

const links = (...texts: string[]): { text: string; href: string }[] => texts.map((text) => ({ text, href: '/' }));
const navigation = [
  { title: 'Services', columns: 2, items: links('Bins and recycling', 'Council tax', 'Housing', 'Planning', 'Roads', 'Schools') },
  { title: 'The council', items: links('News', 'Councillors', 'Jobs') },
];

export default { title: 'Elements/Footer', component: 'council-footer' };

export const Default = {
  render: (): TemplateResult =>
    html`<council-footer
      accessibility-statement="/accessibility"
      cookies="/cookies"
      privacy="/privacy"
      copyright="© Aldermere Council"
    ></council-footer>`,
};

export const WithNavigation = {
  render: (): TemplateResult =>
    html`<council-footer
      accessibility-statement="/accessibility"
      privacy="/privacy"
      .navigation=${navigation}
      .items=${[{ text: 'Contact us', href: '/contact' }]}
    ></council-footer>`,
};

export const FromJson = {
  render: (): TemplateResult =>
    html`<council-footer
      items='[{"text":"Contact us","href":"/contact"}]'
      navigation='[{"title":"The council","items":[{"text":"News","href":"/news"}]}]'
    ></council-footer>`,
};

export const WithALicence = {
  render: (): TemplateResult =>
    html`<council-footer
      accessibility-statement="/accessibility"
      copyright="© Aldermere Council"
      .contentLicence=${html`All content is available under the
        <a class="council-footer-link" rel="license" href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
          >Open Government Licence v3.0</a
        >`}
    ></council-footer>`,
};

export const Enhancing = {
  render: (): TemplateResult => html`<council-footer>${footerTemplate({ navigation, cookies: { href: '/cookies' } })}</council-footer>`,
};
