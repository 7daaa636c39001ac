import { html, type TemplateResult } from 'lit';
import '../define/location-map.ts';
import { corner } from './corner.fixture.ts';

export default { title: 'Map/Location map', component: 'council-location-map' };

const describe = (): Promise<string> => Promise.resolve('Mill Lane, Town');

export const NoPin = { render: (): TemplateResult => html`<council-location-map view="52.42,-4.62,15"></council-location-map>` };

export const WithPin = {
  render: (): TemplateResult =>
    html`<council-location-map view="52.42,-4.62,16" latitude="52.419" longitude="-4.62" .describe=${describe}></council-location-map>`,
};

export const CouncilsOwnMap = {
  render: (): TemplateResult =>
    html`<council-location-map .collection=${corner} latitude="52.419" longitude="-4.62" .describe=${describe}></council-location-map>`,
};

export const PlaceUnknown = {
  render: (): TemplateResult =>
    html`<council-location-map .collection=${corner} latitude="52.419" longitude="-4.62"></council-location-map>`,
};
