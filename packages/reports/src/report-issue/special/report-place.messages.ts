import type { Text } from '@council-kit/core';
import type { Place } from '../../contract/report-answers.ts';

const text = (en: string, cy: string): Text => ({ en, cy });

/** What the question "Where is it?" can say. */
export const placeTexts = {
  words: text('In words', 'Mewn geiriau'),
  wordsHint: text(
    'For example, opposite 12 Mill Lane, or the lay-by after the bridge',
    'Er enghraifft, gyferbyn â 12 Lôn y Felin, neu’r gilfan ar ôl y bont',
  ),
  device: text('By your position', 'Yn ôl eich lleoliad'),
  map: text('On a map', 'Ar fap'),
  tooLong: (limit: number): Text =>
    text(`Where it is must be ${limit} characters or less`, `Rhaid i’r lleoliad fod yn ${limit} nod neu lai`),
  useDevice: text('Use my position', 'Defnyddio fy lleoliad'),
  deviceHint: text(
    'Your device asks you first. Best when you are standing next to it.',
    'Bydd eich dyfais yn gofyn i chi yn gyntaf. Gorau pan fyddwch yn sefyll wrth ei ymyl.',
  ),
  showMap: text('Choose on a map', 'Dewis ar fap'),
  hideMap: text('Hide the map', 'Cuddio’r map'),
  mapHint: text(
    'Put a pin where it is, by pressing, dragging or with the arrow keys.',
    'Rhowch bin lle mae, drwy wasgu, llusgo neu gyda’r bysellau saeth.',
  ),
  asking: text('Waiting for your device…', 'Yn aros am eich dyfais…'),
  mapLoading: text('The map is loading…', 'Mae’r map yn llwytho…'),
  mapFailed: text(
    'The map did not load. Try again, or use one of the other ways.',
    'Ni lwythodd y map. Rhowch gynnig arall arni, neu defnyddiwch un o’r ffyrdd eraill.',
  ),
  deviceRefused: text(
    'Your device did not give its position. You can allow it in the browser’s settings, or use one of the other ways.',
    'Ni roddodd eich dyfais ei lleoliad. Gallwch ei ganiatáu yng ngosodiadau’r porwr, neu ddefnyddio un o’r ffyrdd eraill.',
  ),
  deviceFailed: text(
    'Your device could not find its position. Try again outdoors, or use one of the other ways.',
    'Ni allai eich dyfais ddod o hyd i’w lleoliad. Rhowch gynnig arall arni yn yr awyr agored, neu defnyddiwch un o’r ffyrdd eraill.',
  ),
  remove: text('Remove the position', 'Tynnu’r lleoliad'),
  removed: text('The position is removed.', 'Mae’r lleoliad wedi’i dynnu.'),
  pinAt: (place: string): Text => text(`Pin: ${place}`, `Pin: ${place}`),
  deviceAt: (place: string, metres: number): Text =>
    text(
      `Your position: ${place} (to within ${metres} ${metres === 1 ? 'metre' : 'metres'})`,
      `Eich lleoliad: ${place} (o fewn ${metres} metr)`,
    ),
  imprecise: text(
    'That is not very exact. Say in words where it is, or put the pin right on the map.',
    'Nid yw hynny’n fanwl iawn. Dywedwch mewn geiriau ble mae, neu gosodwch y pin yn gywir ar y map.',
  ),
  unnamed: text('a place without a name on our map', 'lle heb enw ar ein map'),
  outside: ({ neighbour }: Place): Text =>
    neighbour
      ? text(
          `This is in the area of ${neighbour.name}. Report it to them${neighbour.url ? `: ${neighbour.url}` : ''}`,
          `Mae hyn yn ardal ${neighbour.name}. Rhowch wybod iddynt hwy${neighbour.url ? `: ${neighbour.url}` : ''}`,
        )
      : text(
          'This is outside our area. Check the position, or report it to the council there',
          'Mae hyn y tu allan i’n hardal. Gwiriwch y lleoliad, neu rhowch wybod i’r cyngor yno',
        ),
  outsideShort: ({ neighbour }: Place): Text =>
    neighbour
      ? text(`This is in the area of ${neighbour.name}.`, `Mae hyn yn ardal ${neighbour.name}.`)
      : text('This is outside our area.', 'Mae hyn y tu allan i’n hardal.'),
  reportThere: (name: string): Text => text(`Report it to ${name}`, `Rhoi gwybod i ${name}`),
} as const;
