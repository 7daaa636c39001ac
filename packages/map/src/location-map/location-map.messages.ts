import { catalogue, type Catalogue } from '@council-kit/core';

export type LocationMapKey =
  | 'map'
  | 'instructions'
  | 'two-fingers'
  | 'no-pin'
  | 'pin-at'
  | 'pin-unnamed'
  | 'asking'
  | 'controls'
  | 'zoom-in'
  | 'zoom-out'
  | 'north'
  | 'south'
  | 'west'
  | 'east'
  | 'loading'
  | 'failed';

export const locationMapMessages: Catalogue<LocationMapKey> = catalogue({
  en: {
    map: 'Map',
    instructions:
      'Press the map where the problem is, or move the pin with the arrow keys or the buttons. Hold Shift for small steps. Plus and minus zoom.',
    'two-fingers': 'Use two fingers to move the map',
    'no-pin': 'There is no pin on the map yet.',
    'pin-at': 'The pin is at: {place}',
    'pin-unnamed': 'The pin is on the map. We have no name for this place.',
    asking: 'Finding out what is at the pin …',
    controls: 'Move the pin',
    'zoom-in': 'Zoom in',
    'zoom-out': 'Zoom out',
    north: 'Move the pin north',
    south: 'Move the pin south',
    west: 'Move the pin west',
    east: 'Move the pin east',
    loading: 'The map is loading …',
    failed: 'The map cannot be shown at the moment. Describe the place in words instead.',
  },
  cy: {
    map: 'Map',
    instructions:
      'Pwyswch y map lle mae’r broblem, neu symudwch y pin gyda’r bysellau saeth neu’r botymau. Daliwch Shift am gamau bach. Mae plws a minws yn chwyddo.',
    'two-fingers': 'Defnyddiwch ddau fys i symud y map',
    'no-pin': 'Nid oes pin ar y map eto.',
    'pin-at': 'Mae’r pin yn: {place}',
    'pin-unnamed': 'Mae’r pin ar y map. Nid oes gennym enw ar gyfer y lle hwn.',
    asking: 'Yn darganfod beth sydd wrth y pin …',
    controls: 'Symud y pin',
    'zoom-in': 'Chwyddo i mewn',
    'zoom-out': 'Chwyddo allan',
    north: 'Symud y pin i’r gogledd',
    south: 'Symud y pin i’r de',
    west: 'Symud y pin i’r gorllewin',
    east: 'Symud y pin i’r dwyrain',
    loading: 'Mae’r map yn llwytho …',
    failed: 'Ni ellir dangos y map ar hyn o bryd. Disgrifiwch y lle mewn geiriau yn lle hynny.',
  },
});
