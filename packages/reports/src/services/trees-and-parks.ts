import type { ServiceKind } from '../contract/service-kind.ts';
import { choice, kind, oneOf, text, yesNoUnsure } from './questions.ts';

const group = text('Trees, hedges and parks', 'Coed, gwrychoedd a pharciau');

/** What grows, and where people play. */
export const treesAndParks: readonly ServiceKind[] = [
  kind({
    service_code: 'fallen-tree',
    service_name: text('Fallen or dangerous tree', 'Coeden wedi cwympo neu beryglus'),
    description: text(
      'A tree or branch that has fallen or looks as if it will',
      'Coeden neu gangen sydd wedi cwympo neu sy’n edrych fel pe bai’n mynd i gwympo',
    ),
    group,
    keywords: text('tree, branch, fallen, storm, leaning', 'coeden, cangen, cwympo, storm, gogwyddo'),
    attributes: [
      oneOf(
        {
          code: 'blocking',
          label: text('What it blocks', 'Beth mae’n ei rwystro'),
          description: text('Is it blocking anything?', 'A yw’n rhwystro unrhyw beth?'),
          required: text('Select whether it is blocking anything', 'Dewiswch a yw’n rhwystro unrhyw beth'),
        },
        [
          choice('road', 'A road', 'Ffordd'),
          choice('path', 'A pavement or a path', 'Palmant neu lwybr'),
          choice('wires', 'It touches power or phone wires', 'Mae’n cyffwrdd â gwifrau trydan neu ffôn', {
            text: text('Keep away and call 105, at any hour: it is free.', 'Cadwch draw a ffoniwch 105, ar unrhyw awr: mae am ddim.'),
            link: { text: text('Call 105', 'Ffonio 105'), href: 'tel:105' },
          }),
          choice('building', 'It leans on a building or a vehicle', 'Mae’n pwyso ar adeilad neu gerbyd'),
          choice('no', 'No', 'Nac ydy'),
        ],
      ),
    ],
  }),
  kind({
    service_code: 'overgrown',
    service_name: text('Overgrown hedge, grass or weeds', 'Gwrych, glaswellt neu chwyn wedi gordyfu'),
    description: text('Plants that block a path, a road, a sign or a light', 'Planhigion sy’n rhwystro llwybr, ffordd, arwydd neu olau'),
    group,
    keywords: text('hedge, grass, weeds, bush, brambles, verge, cutting', 'gwrych, glaswellt, chwyn, llwyn, mieri, llain, torri'),
    attributes: [
      oneOf(
        {
          code: 'plants',
          label: text('What has grown', 'Beth sydd wedi tyfu'),
          description: text('What is overgrown?', 'Beth sydd wedi gordyfu?'),
          required: text('Select what is overgrown', 'Dewiswch beth sydd wedi gordyfu'),
        },
        [
          choice('hedge', 'A hedge or bushes', 'Gwrych neu lwyni'),
          choice('grass', 'Grass', 'Glaswellt'),
          choice('weeds', 'Weeds', 'Chwyn'),
          choice('tree', 'Branches of a tree', 'Canghennau coeden'),
        ],
      ),
      oneOf(
        {
          code: 'private',
          label: text('From a private garden', 'O ardd breifat'),
          description: text('Does it grow from a private garden?', 'A yw’n tyfu o ardd breifat?'),
          required: text('Select whether it grows from a private garden', 'Dewiswch a yw’n tyfu o ardd breifat'),
        },
        yesNoUnsure({
          yes: {
            text: text(
              'The owner has to cut it back. Where it blocks a road or a pavement we write to them first.',
              'Rhaid i’r perchennog ei dorri’n ôl. Lle mae’n rhwystro ffordd neu balmant, ysgrifennwn atynt yn gyntaf.',
            ),
          },
        }),
      ),
    ],
  }),
  kind({
    service_code: 'play-area',
    service_name: text('Play area or park', 'Man chwarae neu barc'),
    description: text(
      'Damaged play equipment, benches, gates or paths in a park',
      'Offer chwarae, meinciau, gatiau neu lwybrau wedi’u difrodi mewn parc',
    ),
    group,
    keywords: text(
      'swing, slide, playground, bench, gate, park, vandalism',
      'siglen, llithren, maes chwarae, mainc, gât, parc, fandaliaeth',
    ),
    attributes: [
      oneOf(
        {
          code: 'dangerous',
          label: text('Dangerous', 'Peryglus'),
          description: text('Could somebody be hurt?', 'A allai rhywun gael niwed?'),
          required: text('Select whether somebody could be hurt', 'Dewiswch a allai rhywun gael niwed'),
        },
        [choice('yes', 'Yes', 'Gallai'), choice('no', 'No', 'Na allai'), choice('unsure', 'I do not know', 'Nid wyf yn gwybod')],
      ),
    ],
  }),
];
