import type { ServiceKind } from '../contract/service-kind.ts';
import { choice, kind, line, oneOf, text, yesNoUnsure } from './questions.ts';

const group = text('Roads and pavements', 'Ffyrdd a phalmentydd');

/** What the highways team mends. */
export const roads: readonly ServiceKind[] = [
  kind({
    service_code: 'pothole',
    service_name: text('Pothole or damaged road', 'Twll yn y ffordd neu ffordd wedi’i difrodi'),
    description: text(
      'A hole, crack or sunken place in a road or cycle path',
      'Twll, crac neu fan sydd wedi suddo mewn ffordd neu lwybr beicio',
    ),
    group,
    keywords: text('hole, crack, road surface, tarmac, manhole, bump', 'twll, crac, wyneb y ffordd, tarmac, twll archwilio, lwmp'),
    attributes: [
      oneOf(
        {
          code: 'position',
          label: text('Part of the road', 'Rhan o’r ffordd'),
          description: text('Which part of the road is it in?', 'Ym mha ran o’r ffordd y mae?'),
          required: text('Select which part of the road it is in', 'Dewiswch ym mha ran o’r ffordd y mae'),
        },
        [
          choice('carriageway', 'Where vehicles drive', 'Lle mae cerbydau’n gyrru'),
          choice('edge', 'At the edge, by the kerb', 'Ar yr ymyl, wrth y cwrb'),
          choice('cycle-lane', 'In a cycle lane', 'Mewn lôn feicio'),
          choice('crossing', 'On a crossing or at a junction', 'Ar groesfan neu wrth gyffordd'),
        ],
      ),
      oneOf(
        {
          code: 'size',
          label: text('Size', 'Maint'),
          description: text('How big is it?', 'Pa mor fawr ydyw?'),
          hint: text('Do not stand in the road to measure it', 'Peidiwch â sefyll yn y ffordd i’w fesur'),
          required: text('Select how big it is', 'Dewiswch pa mor fawr ydyw'),
        },
        [
          choice('plate', 'Up to a dinner plate', 'Hyd at blât cinio'),
          choice('bin-lid', 'Up to a dustbin lid', 'Hyd at gaead bin'),
          choice('larger', 'Larger', 'Mwy'),
        ],
      ),
      oneOf(
        {
          code: 'depth',
          label: text('Depth', 'Dyfnder'),
          description: text('How deep is it?', 'Pa mor ddwfn ydyw?'),
          required: text('Select how deep it is', 'Dewiswch pa mor ddwfn ydyw'),
        },
        [
          choice('shallow', 'Less than a golf ball (4 cm)', 'Llai na phêl golff (4 cm)'),
          choice('deep', 'More than a golf ball', 'Mwy na phêl golff'),
          choice('unsure', 'I do not know', 'Nid wyf yn gwybod'),
        ],
      ),
    ],
  }),
  kind({
    service_code: 'pavement',
    service_name: text('Damaged pavement or path', 'Palmant neu lwybr wedi’i ddifrodi'),
    description: text(
      'Broken, loose or uneven slabs, or a damaged kerb',
      'Slabiau wedi torri, rhydd neu anwastad, neu gwrb wedi’i ddifrodi',
    ),
    group,
    keywords: text('slab, trip, kerb, footpath, uneven, paving', 'slab, baglu, cwrb, llwybr troed, anwastad, palmant'),
    attributes: [
      oneOf(
        {
          code: 'hurt',
          label: text('Somebody was hurt', 'Cafodd rhywun niwed'),
          description: text('Has anybody fallen or been hurt?', 'A oes rhywun wedi cwympo neu gael niwed?'),
          required: text('Select whether anybody has fallen or been hurt', 'Dewiswch a oes rhywun wedi cwympo neu gael niwed'),
        },
        [choice('yes', 'Yes', 'Oes'), choice('no', 'No', 'Nac oes'), choice('unsure', 'I do not know', 'Nid wyf yn gwybod')],
      ),
    ],
  }),
  kind({
    service_code: 'street-light',
    service_name: text('Street light', 'Golau stryd'),
    description: text(
      'A light that is out, flickering, on all day or damaged',
      'Golau sydd wedi diffodd, yn fflachio, ymlaen drwy’r dydd neu wedi’i ddifrodi',
    ),
    group,
    keywords: text('lamp, lighting, dark, lamp post, column, flickering', 'lamp, goleuadau, tywyll, polyn lamp, colofn, fflachio'),
    attributes: [
      oneOf(
        {
          code: 'fault',
          label: text('Fault', 'Nam'),
          description: text('What is wrong with the light?', 'Beth sydd o’i le ar y golau?'),
          required: text('Select what is wrong with the light', 'Dewiswch beth sydd o’i le ar y golau'),
        },
        [
          choice('out', 'It does not come on', 'Nid yw’n dod ymlaen'),
          choice('flickering', 'It flickers or is dim', 'Mae’n fflachio neu’n wan'),
          choice('day', 'It is on all day', 'Mae ymlaen drwy’r dydd'),
          choice('damaged', 'It is damaged or leaning', 'Mae wedi’i ddifrodi neu’n gogwyddo'),
          choice('wires', 'Wires can be seen or the door is open', 'Gellir gweld gwifrau neu mae’r drws ar agor', {
            text: text('Keep away from it: it may be live.', 'Cadwch draw oddi wrtho: gall fod yn fyw.'),
          }),
          choice('several', 'Several lights in a row are out', 'Mae sawl golau yn olynol wedi diffodd'),
        ],
      ),
      line({
        code: 'column',
        label: text('Number on the post', 'Rhif ar y polyn'),
        description: text('What is the number on the post, if you can see it?', 'Beth yw’r rhif ar y polyn, os gallwch ei weld?'),
        hint: text('It is on a plate at about eye height', 'Mae ar blât tua lefel y llygad'),
      }),
    ],
  }),
  kind({
    service_code: 'street-sign',
    service_name: text('Street sign or road sign', 'Arwydd stryd neu arwydd ffordd'),
    description: text(
      'A sign that is damaged, missing, dirty or hidden',
      'Arwydd sydd wedi’i ddifrodi, ar goll, yn frwnt neu wedi’i guddio',
    ),
    group,
    keywords: text('sign, nameplate, traffic sign, bollard, post', 'arwydd, plât enw, arwydd traffig, bolard, polyn'),
    attributes: [
      oneOf(
        {
          code: 'sign',
          label: text('Kind of sign', 'Math o arwydd'),
          description: text('What kind of sign is it?', 'Pa fath o arwydd ydyw?'),
          required: text('Select what kind of sign it is', 'Dewiswch pa fath o arwydd ydyw'),
        },
        [
          choice('name', 'A street name', 'Enw stryd'),
          choice('traffic', 'A traffic sign', 'Arwydd traffig'),
          choice('direction', 'A direction sign', 'Arwydd cyfeirio'),
          choice('bollard', 'A bollard or a post', 'Bolard neu bolyn'),
        ],
      ),
      oneOf(
        {
          code: 'problem',
          label: text('Problem', 'Problem'),
          description: text('What is wrong with it?', 'Beth sydd o’i le arno?'),
          required: text('Select what is wrong with it', 'Dewiswch beth sydd o’i le arno'),
        },
        [
          choice('damaged', 'It is damaged', 'Mae wedi’i ddifrodi'),
          choice('missing', 'It is missing', 'Mae ar goll'),
          choice('hidden', 'It cannot be seen or read', 'Nid oes modd ei weld na’i ddarllen'),
          choice('fallen', 'It is hanging or has fallen', 'Mae’n hongian neu wedi cwympo'),
        ],
      ),
    ],
  }),
  kind({
    service_code: 'blocked-drain',
    service_name: text('Blocked drain or gully', 'Draen neu gwli wedi’i flocio'),
    description: text(
      'A drain in the road that is blocked, smells or has no cover',
      'Draen yn y ffordd sydd wedi’i flocio, yn drewi neu heb gaead',
    ),
    group,
    keywords: text('drain, gully, grate, smell, cover, manhole, water', 'draen, gwli, gratin, drewdod, caead, twll archwilio, dŵr'),
    notice: {
      text: text(
        'Sewage, or a drain inside your home, is for your water company or the owner of the building.',
        'Mae carthion, neu ddraen y tu mewn i’ch cartref, yn fater i’ch cwmni dŵr neu berchennog yr adeilad.',
      ),
    },
    attributes: [
      oneOf(
        {
          code: 'problem',
          label: text('Problem', 'Problem'),
          description: text('What is wrong with the drain?', 'Beth sydd o’i le ar y draen?'),
          required: text('Select what is wrong with the drain', 'Dewiswch beth sydd o’i le ar y draen'),
        },
        [
          choice('blocked', 'It is blocked', 'Mae wedi’i flocio'),
          choice('overflowing', 'Water comes up from it', 'Mae dŵr yn codi ohono'),
          choice('cover', 'The cover is missing or broken', 'Mae’r caead ar goll neu wedi torri', {
            text: text(
              'Keep away from an open drain. If somebody could fall in, call us.',
              'Cadwch draw o ddraen agored. Os gallai rhywun gwympo i mewn, ffoniwch ni.',
            ),
          }),
          choice('smell', 'It smells', 'Mae’n drewi'),
        ],
      ),
    ],
  }),
  kind({
    service_code: 'flooding',
    service_name: text('Flooding', 'Llifogydd'),
    description: text('Water on a road or path, or coming towards homes', 'Dŵr ar ffordd neu lwybr, neu’n dod tuag at gartrefi'),
    group,
    keywords: text('flood, water, rain, river, standing water, puddle', 'llifogydd, dŵr, glaw, afon, dŵr yn sefyll, pwll'),
    notice: {
      text: text(
        'If somebody is in danger, call 999. For flood warnings call Floodline, at any hour, on 0345 988 1188.',
        'Os oes rhywun mewn perygl, ffoniwch 999. Am rybuddion llifogydd ffoniwch Floodline, ar unrhyw awr, ar 0345 988 1188.',
      ),
      link: { text: text('Call Floodline', 'Ffonio Floodline'), href: 'tel:+443459881188' },
    },
    attributes: [
      oneOf(
        {
          code: 'where',
          label: text('What is flooded', 'Beth sydd dan ddŵr'),
          description: text('What is flooded?', 'Beth sydd dan ddŵr?'),
          required: text('Select what is flooded', 'Dewiswch beth sydd dan ddŵr'),
        },
        [
          choice('home', 'A home, or it soon will be', 'Cartref, neu fe fydd yn fuan'),
          choice('road-closed', 'A road that cannot be passed', 'Ffordd na ellir ei phasio'),
          choice('road', 'Part of a road', 'Rhan o ffordd'),
          choice('path', 'A pavement or a path', 'Palmant neu lwybr'),
        ],
      ),
    ],
  }),
  kind({
    service_code: 'obstruction',
    service_name: text('Something blocking a road or path', 'Rhywbeth yn rhwystro ffordd neu lwybr'),
    description: text(
      'Skips, scaffolding, mud, spills or things left on a road or pavement',
      'Sgipiau, sgaffaldiau, mwd, gollyngiadau neu bethau wedi’u gadael ar ffordd neu balmant',
    ),
    group,
    keywords: text(
      'skip, scaffolding, mud, oil, spill, blocked, roadworks',
      'sgip, sgaffaldiau, mwd, olew, gollyngiad, rhwystr, gwaith ffordd',
    ),
    attributes: [
      oneOf(
        {
          code: 'dangerous',
          label: text('Dangerous', 'Peryglus'),
          description: text('Is it dangerous to people passing?', 'A yw’n beryglus i bobl sy’n pasio?'),
          required: text('Select whether it is dangerous', 'Dewiswch a yw’n beryglus'),
        },
        yesNoUnsure({
          yes: {
            text: text(
              'If somebody could be hurt now, call us, or call 999.',
              'Os gallai rhywun gael niwed nawr, ffoniwch ni, neu ffoniwch 999.',
            ),
            link: { text: text('Call 999', 'Ffonio 999'), href: 'tel:999' },
          },
        }),
      ),
    ],
  }),
];
