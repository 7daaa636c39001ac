import { html, type TemplateResult } from 'lit';
import '../define/pagination.ts';
import { paginationTemplate } from './pagination.template.ts';
import { numberedPages } from './numbered-pages.ts';

export default { title: 'Elements/Pagination', component: 'council-pagination' };

export const Default = {
  render: (): TemplateResult => html`<council-pagination current="7" total="42" pattern="/reports?page={page}"></council-pagination>`,
};

export const FirstPage = {
  render: (): TemplateResult => html`<council-pagination current="1" total="3" pattern="/reports?page={page}"></council-pagination>`,
};

export const LastPage = {
  render: (): TemplateResult => html`<council-pagination current="42" total="42" pattern="/reports?page={page}"></council-pagination>`,
};

export const ManyPages = {
  render: (): TemplateResult => html`<council-pagination current="1000" total="2000" pattern="/reports?page={page}"></council-pagination>`,
};

export const WrittenOut = {
  render: (): TemplateResult =>
    html`<council-pagination
      label="Search results"
      items='[{"number":1,"href":"/1","current":true},{"number":2,"href":"/2"}]'
      next-href="/2"
    ></council-pagination>`,
};

export const BetweenPagesOfAGuide = {
  render: (): TemplateResult =>
    html`<council-pagination
      previous-href="/what"
      previous-label="What we collect"
      next-href="/when"
      next-label="When we collect it"
    ></council-pagination>`,
};

export const WithoutLabels = {
  render: (): TemplateResult => html`<council-pagination previous-href="/what" next-href="/when"></council-pagination>`,
};

export const RightToLeft = {
  render: (): TemplateResult =>
    html`<div dir="rtl"><council-pagination current="2" total="3" pattern="/reports?page={page}"></council-pagination></div>`,
};

export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-pagination>${paginationTemplate({ ...numberedPages(2, 3, '/reports?page={page}') })}</council-pagination>`,
};
