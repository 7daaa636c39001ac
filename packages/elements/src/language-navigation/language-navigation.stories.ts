import { html, type TemplateResult } from 'lit';
import '../define/language-navigation.ts';
import { languageNavigationTemplate } from './language-navigation.template.ts';

const items = [
  { text: 'English', lang: 'en', current: true },
  { text: 'Cymraeg', lang: 'cy', href: '/cy' },
];

export default { title: 'Elements/Language navigation', component: 'council-language-navigation' };

export const Default = {
  render: (): TemplateResult => html`<council-language-navigation .items=${items}></council-language-navigation>`,
};

export const FromJson = {
  render: (): TemplateResult =>
    html`<council-language-navigation
      items='[{"text":"English","lang":"en","href":"/"},{"text":"Cymraeg","lang":"cy","current":true}]'
    ></council-language-navigation>`,
};

export const ManyLanguages = {
  render: (): TemplateResult =>
    html`<council-language-navigation
      label="Other languages"
      .items=${[
        ...items,
        { text: 'العربية', lang: 'ar', dir: 'rtl', href: '/ar', languageDescriptionText: 'Arabic' },
        { text: 'Polski', lang: 'pl', href: '/pl', languageDescriptionText: 'Polish' },
        { text: 'ਪੰਜਾਬੀ', lang: 'pa', href: '/pa', languageDescriptionText: 'Punjabi' },
      ]}
    ></council-language-navigation>`,
};

export const Enhancing = {
  render: (): TemplateResult => html`<council-language-navigation>${languageNavigationTemplate({ items })}</council-language-navigation>`,
};
