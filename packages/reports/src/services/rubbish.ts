import type { ServiceKind } from '../contract/service-kind.ts';
import { anyOf, choice, kind, line, oneOf, text, yesNoUnsure } from './questions.ts';

const group = text('Rubbish and cleaning', 'Sbwriel a glanhau');

/** Rubbish left where it should not be, and streets that need cleaning. */
export const rubbish: readonly ServiceKind[] = [
  kind({
    service_code: 'fly-tipping',
    service_name: text('Fly-tipping', 'Tipio anghyfreithlon'),
    description: text(
      'Rubbish, furniture, building waste or other things dumped on land',
      'Sbwriel, dodrefn, gwastraff adeiladu neu bethau eraill wedi’u gadael ar dir',
    ),
    group,
    keywords: text(
      'dumped, dumping, rubbish, mattress, sofa, fridge, rubble, tyres, bags, waste, illegal',
      'dympio, gollwng, sbwriel, matres, soffa, oergell, rwbel, teiars, bagiau, gwastraff, anghyfreithlon',
    ),
    description_hint: text(
      'For example: how it is arranged, whether you saw a vehicle, anything with a name or an address on it. Do not touch the waste.',
      'Er enghraifft: sut mae wedi’i adael, a welsoch chi gerbyd, unrhyw beth ag enw neu gyfeiriad arno. Peidiwch â chyffwrdd â’r gwastraff.',
    ),
    attributes: [
      anyOf(
        {
          code: 'waste',
          label: text('Kind of waste', 'Math o wastraff'),
          description: text('What kind of waste is it?', 'Pa fath o wastraff ydyw?'),
          hint: text('Select all that apply', 'Dewiswch bob un sy’n berthnasol'),
          required: text('Select what kind of waste it is', 'Dewiswch pa fath o wastraff ydyw'),
        },
        [
          choice('household', 'Black bags or household rubbish', 'Bagiau du neu sbwriel cartref'),
          choice('furniture', 'Furniture or mattresses', 'Dodrefn neu fatresi'),
          choice('appliances', 'Fridges, cookers or other electrical things', 'Oergelloedd, poptai neu bethau trydanol eraill'),
          choice('building', 'Building waste or rubble', 'Gwastraff adeiladu neu rwbel'),
          choice('garden', 'Garden waste', 'Gwastraff gardd'),
          choice('tyres', 'Tyres or vehicle parts', 'Teiars neu ddarnau cerbydau'),
          choice('trade', 'Waste from a business', 'Gwastraff busnes'),
          choice('other', 'Something else', 'Rhywbeth arall'),
        ],
      ),
      oneOf(
        {
          code: 'amount',
          label: text('Amount', 'Faint'),
          description: text('How much is there?', 'Faint sydd yno?'),
          required: text('Select how much there is', 'Dewiswch faint sydd yno'),
        },
        [
          choice('single-bag', 'One bag', 'Un bag'),
          choice('single-item', 'One item', 'Un eitem'),
          choice('car-boot', 'About as much as fits in a car boot', 'Tua chymaint ag sy’n ffitio mewn cist car'),
          choice('small-van', 'About as much as fits in a small van', 'Tua chymaint ag sy’n ffitio mewn fan fach'),
          choice('transit-van', 'About as much as fits in a large van', 'Tua chymaint ag sy’n ffitio mewn fan fawr'),
          choice('lorry', 'A lorry load or more', 'Llwyth lori neu fwy', {
            text: text(
              'Very large amounts are often the work of organised crime. You can also tell the Environment Agency, at any hour, on 0800 80 70 60.',
              'Mae symiau mawr iawn yn aml yn waith troseddwyr trefnedig. Gallwch ddweud wrth Asiantaeth yr Amgylchedd hefyd, ar unrhyw awr, ar 0800 80 70 60.',
            ),
            link: { text: text('Call 0800 80 70 60', 'Ffonio 0800 80 70 60'), href: 'tel:+44800807060' },
          }),
        ],
      ),
      oneOf(
        {
          code: 'blocking',
          label: text('Blocking the way', 'Yn rhwystro’r ffordd'),
          description: text('Is it blocking the way?', 'A yw’n rhwystro’r ffordd?'),
          required: text('Select whether it is blocking the way', 'Dewiswch a yw’n rhwystro’r ffordd'),
        },
        [
          choice('road', 'Yes, a road', 'Ydy, ffordd'),
          choice('pavement', 'Yes, a pavement or path', 'Ydy, palmant neu lwybr'),
          choice('entrance', 'Yes, an entrance or a drive', 'Ydy, mynedfa neu dramwyfa'),
          choice('no', 'No', 'Nac ydy'),
        ],
      ),
      oneOf(
        {
          code: 'hazardous',
          label: text('Dangerous waste', 'Gwastraff peryglus'),
          description: text('Is there anything dangerous in it?', 'A oes rhywbeth peryglus ynddo?'),
          hint: text(
            'For example needles, asbestos, gas bottles, chemicals, or drums of liquid',
            'Er enghraifft nodwyddau, asbestos, poteli nwy, cemegau, neu ddrymiau o hylif',
          ),
          required: text('Select whether there is anything dangerous in it', 'Dewiswch a oes rhywbeth peryglus ynddo'),
        },
        [
          choice('yes', 'Yes', 'Oes', {
            text: text(
              'Keep away from it and keep children and animals away. If somebody is in danger now, call 999.',
              'Cadwch draw oddi wrtho a chadwch blant ac anifeiliaid draw. Os oes rhywun mewn perygl nawr, ffoniwch 999.',
            ),
            link: { text: text('Call 999', 'Ffonio 999'), href: 'tel:999' },
          }),
          choice('no', 'No', 'Nac oes'),
          choice('unsure', 'I do not know', 'Nid wyf yn gwybod'),
        ],
      ),
      oneOf(
        {
          code: 'witnessed',
          label: text('Seen happening', 'Wedi’i weld yn digwydd'),
          description: text('Did you see it being dumped?', 'A welsoch chi rywun yn ei adael?'),
          required: text('Select whether you saw it being dumped', 'Dewiswch a welsoch chi rywun yn ei adael'),
        },
        [
          choice('now', 'Yes, it is happening now', 'Do, mae’n digwydd nawr', {
            text: text(
              'Do not go near or speak to the people. If you feel in danger, call 999. A report here is read in working hours.',
              'Peidiwch â mynd yn agos na siarad â’r bobl. Os ydych yn teimlo mewn perygl, ffoniwch 999. Caiff adroddiad yma ei ddarllen yn ystod oriau gwaith.',
            ),
            link: { text: text('Call 999', 'Ffonio 999'), href: 'tel:999' },
          }),
          choice('yes', 'Yes, earlier', 'Do, yn gynharach', {
            text: text(
              'Tell us in the description what you saw and when: people, a vehicle, its registration number. We may ask you to make a statement, so leave us a way to reach you.',
              'Dywedwch wrthym yn y disgrifiad beth welsoch chi a phryd: pobl, cerbyd, ei rif cofrestru. Efallai y gofynnwn i chi wneud datganiad, felly gadewch ffordd i ni gysylltu â chi.',
            ),
          }),
          choice('no', 'No', 'Naddo'),
        ],
      ),
      oneOf(
        {
          code: 'private-land',
          label: text('On private land', 'Ar dir preifat'),
          description: text('Is it on private land?', 'A yw ar dir preifat?'),
          hint: text(
            'Roads, pavements, parks and most verges are public. Gardens, fields, car parks of shops and unadopted lanes are mostly private.',
            'Mae ffyrdd, palmentydd, parciau a’r rhan fwyaf o leiniau yn gyhoeddus. Mae gerddi, caeau, meysydd parcio siopau a lonydd heb eu mabwysiadu yn breifat gan amlaf.',
          ),
          required: text('Select whether it is on private land', 'Dewiswch a yw ar dir preifat'),
        },
        yesNoUnsure({
          yes: {
            text: text(
              'We cannot clear waste from private land: by law the owner or occupier has to have it taken away. We can look into who left it, and make them pay. If the land is yours, have a registered waste carrier take it away and keep their receipt. If it is not, tell the owner too.',
              'Ni allwn glirio gwastraff oddi ar dir preifat: yn ôl y gyfraith, rhaid i’r perchennog neu’r meddiannydd drefnu i’w symud. Gallwn ymchwilio i bwy a’i gadawodd, a gwneud iddynt dalu. Os chi biau’r tir, gofynnwch i gludydd gwastraff cofrestredig ei symud a chadwch y dderbynneb. Os nad chi biau’r tir, dywedwch wrth y perchennog hefyd.',
            ),
            link: {
              text: text('Find a registered waste carrier', 'Dod o hyd i gludydd gwastraff cofrestredig'),
              href: 'https://environment.data.gov.uk/public-register/view/search-waste-carriers-brokers',
            },
          },
          unsure: {
            text: text(
              'We will find out whose land it is. If it is private, the owner has to have the waste taken away and we can look into who left it.',
              'Fe wnawn ddarganfod pwy biau’r tir. Os yw’n breifat, rhaid i’r perchennog drefnu i symud y gwastraff a gallwn ymchwilio i bwy a’i gadawodd.',
            ),
          },
        }),
      ),
    ],
  }),
  kind({
    service_code: 'litter',
    service_name: text('Litter and street sweeping', 'Sbwriel ac ysgubo strydoedd'),
    description: text('A street, path or park that needs sweeping or picking', 'Stryd, llwybr neu barc sydd angen ei ysgubo neu ei glirio'),
    group,
    keywords: text('rubbish, dirty, leaves, glass, needles, sweep, cans', 'sbwriel, brwnt, dail, gwydr, nodwyddau, ysgubo, caniau'),
    attributes: [
      anyOf(
        {
          code: 'what',
          label: text('What it is', 'Beth ydyw'),
          description: text('What needs clearing?', 'Beth sydd angen ei glirio?'),
          hint: text('Select all that apply', 'Dewiswch bob un sy’n berthnasol'),
          required: text('Select what needs clearing', 'Dewiswch beth sydd angen ei glirio'),
        },
        [
          choice('litter', 'Litter', 'Sbwriel'),
          choice('leaves', 'Leaves', 'Dail'),
          choice('glass', 'Broken glass', 'Gwydr wedi torri'),
          choice('needles', 'Needles or syringes', 'Nodwyddau neu chwistrelli', {
            text: text(
              'Do not touch needles. Somebody pricked by one should wash the wound and call NHS 111.',
              'Peidiwch â chyffwrdd â nodwyddau. Dylai rhywun sydd wedi’i bigo olchi’r clwyf a ffonio GIG 111.',
            ),
          }),
          choice('other', 'Something else', 'Rhywbeth arall'),
        ],
      ),
    ],
  }),
  kind({
    service_code: 'litter-bin',
    service_name: text('Litter bin or dog bin', 'Bin sbwriel neu fin baw ci'),
    description: text('A public bin that is full, damaged or missing', 'Bin cyhoeddus sy’n llawn, wedi’i ddifrodi neu ar goll'),
    group,
    keywords: text('bin, full, overflowing, damaged, burnt, street bin', 'bin, llawn, gorlifo, difrod, llosgi, bin stryd'),
    attributes: [
      oneOf(
        {
          code: 'problem',
          label: text('Problem', 'Problem'),
          description: text('What is wrong with the bin?', 'Beth sydd o’i le ar y bin?'),
          required: text('Select what is wrong with the bin', 'Dewiswch beth sydd o’i le ar y bin'),
        },
        [
          choice('full', 'It is full or overflowing', 'Mae’n llawn neu’n gorlifo'),
          choice('damaged', 'It is damaged', 'Mae wedi’i ddifrodi'),
          choice('missing', 'It is missing', 'Mae ar goll'),
          choice('wanted', 'There is no bin and there should be one', 'Nid oes bin yno a dylai fod un'),
        ],
      ),
    ],
  }),
  kind({
    service_code: 'graffiti',
    service_name: text('Graffiti or fly-posting', 'Graffiti neu bosteri anghyfreithlon'),
    description: text(
      'Paint, writing, stickers or posters where they should not be',
      'Paent, ysgrifen, sticeri neu bosteri lle na ddylent fod',
    ),
    group,
    keywords: text('paint, tag, spray, poster, sticker, wall, vandalism', 'paent, tag, chwistrell, poster, sticer, wal, fandaliaeth'),
    attributes: [
      oneOf(
        {
          code: 'offensive',
          label: text('Offensive', 'Tramgwyddus'),
          description: text('Is it offensive?', 'A yw’n dramgwyddus?'),
          hint: text(
            'For example racist, sexual or threatening. We remove offensive graffiti first.',
            'Er enghraifft yn hiliol, yn rhywiol neu’n fygythiol. Rydym yn tynnu graffiti tramgwyddus yn gyntaf.',
          ),
          required: text('Select whether it is offensive', 'Dewiswch a yw’n dramgwyddus'),
        },
        yesNoUnsure(),
      ),
      oneOf(
        {
          code: 'surface',
          label: text('What it is on', 'Ar beth mae'),
          description: text('What is it on?', 'Ar beth mae?'),
          required: text('Select what it is on', 'Dewiswch ar beth mae'),
        },
        [
          choice('public', 'Something public: a bench, a bridge, an underpass', 'Rhywbeth cyhoeddus: mainc, pont, tanffordd'),
          choice('house', 'A house or a garden wall', 'Tŷ neu wal gardd', {
            text: text(
              'We need the owner’s permission to clean private walls.',
              'Mae angen caniatâd y perchennog arnom i lanhau waliau preifat.',
            ),
          }),
          choice('business', 'A shop or a business', 'Siop neu fusnes'),
          choice('cabinet', 'A phone, power or post box', 'Blwch ffôn, trydan neu bost', {
            text: text(
              'These belong to companies. We pass your report on to them.',
              'Cwmnïau sy’n berchen ar y rhain. Rydym yn trosglwyddo’ch adroddiad iddynt.',
            ),
          }),
        ],
      ),
    ],
  }),
  kind({
    service_code: 'dog-fouling',
    service_name: text('Dog fouling', 'Baw ci'),
    description: text('Dog mess that nobody picked up', 'Baw ci na chafodd ei godi'),
    group,
    keywords: text('dog, poo, mess, dirt', 'ci, baw, llanast'),
    attributes: [
      oneOf(
        {
          code: 'place',
          label: text('Kind of place', 'Math o le'),
          description: text('What kind of place is it?', 'Pa fath o le ydyw?'),
          required: text('Select what kind of place it is', 'Dewiswch pa fath o le ydyw'),
        },
        [
          choice('pavement', 'A pavement', 'Palmant'),
          choice('play-area', 'A play area or a sports field', 'Man chwarae neu faes chwaraeon'),
          choice('park', 'A park or a path', 'Parc neu lwybr'),
          choice('other', 'Somewhere else', 'Rhywle arall'),
        ],
      ),
      oneOf(
        {
          code: 'often',
          label: text('How often', 'Pa mor aml'),
          description: text('Does it happen often?', 'A yw’n digwydd yn aml?'),
          required: text('Select whether it happens often', 'Dewiswch a yw’n digwydd yn aml'),
        },
        [
          choice('once', 'I have seen it once', 'Rwyf wedi’i weld unwaith'),
          choice('weekly', 'Most weeks', 'Y rhan fwyaf o wythnosau'),
          choice('daily', 'Most days', 'Y rhan fwyaf o ddyddiau'),
        ],
      ),
    ],
  }),
  kind({
    service_code: 'dead-animal',
    service_name: text('Dead animal', 'Anifail marw'),
    description: text('A dead animal on a road, a pavement or public land', 'Anifail marw ar ffordd, palmant neu dir cyhoeddus'),
    group,
    keywords: text('dead, cat, dog, fox, badger, deer, bird, road kill', 'marw, cath, ci, llwynog, mochyn daear, carw, aderyn'),
    attributes: [
      oneOf(
        {
          code: 'animal',
          label: text('Animal', 'Anifail'),
          description: text('What animal is it?', 'Pa anifail ydyw?'),
          required: text('Select what animal it is', 'Dewiswch pa anifail ydyw'),
        },
        [
          choice('cat', 'A cat', 'Cath'),
          choice('dog', 'A dog', 'Ci'),
          choice('wild', 'A wild animal: a fox, a badger, a deer', 'Anifail gwyllt: llwynog, mochyn daear, carw'),
          choice('bird', 'A bird', 'Aderyn', {
            text: text(
              'Do not touch it. Dead swans, geese, gulls or birds of prey, or several birds together, can also be reported to Defra on 03459 33 55 77.',
              'Peidiwch â chyffwrdd ag ef. Gallwch hefyd roi gwybod i Defra am elyrch, gwyddau, gwylanod neu adar ysglyfaethus marw, neu sawl aderyn gyda’i gilydd, ar 03459 33 55 77.',
            ),
          }),
          choice('livestock', 'A farm animal or a horse', 'Anifail fferm neu geffyl'),
          choice('other', 'Another animal', 'Anifail arall'),
        ],
      ),
      oneOf(
        {
          code: 'blocking',
          label: text('In the traffic', 'Yn y traffig'),
          description: text('Is it in the way of traffic?', 'A yw yn ffordd y traffig?'),
          required: text('Select whether it is in the way of traffic', 'Dewiswch a yw yn ffordd y traffig'),
        },
        yesNoUnsure(),
      ),
    ],
  }),
  kind({
    service_code: 'missed-bin',
    service_name: text('Missed bin collection', 'Casgliad bin a fethwyd'),
    description: text('Your bin, box or food caddy was not emptied', 'Ni chafodd eich bin, blwch neu gadi bwyd ei wagio'),
    group,
    keywords: text(
      'bin, recycling, refuse, collection, not emptied, caddy, garden waste',
      'bin, ailgylchu, sbwriel, casgliad, heb ei wagio, cadi, gwastraff gardd',
    ),
    attributes: [
      anyOf(
        {
          code: 'container',
          label: text('What was missed', 'Beth a fethwyd'),
          description: text('What was not collected?', 'Beth na chafodd ei gasglu?'),
          hint: text('Select all that apply', 'Dewiswch bob un sy’n berthnasol'),
          required: text('Select what was not collected', 'Dewiswch beth na chafodd ei gasglu'),
        },
        [
          choice('rubbish', 'Rubbish', 'Sbwriel'),
          choice('recycling', 'Recycling', 'Ailgylchu'),
          choice('food', 'Food waste', 'Gwastraff bwyd'),
          choice('garden', 'Garden waste', 'Gwastraff gardd'),
        ],
      ),
      oneOf(
        {
          code: 'out',
          label: text('Out by 7am', 'Allan erbyn 7yb'),
          description: text('Was it out by 7am on the day?', 'A oedd allan erbyn 7yb ar y diwrnod?'),
          required: text('Select whether it was out by 7am', 'Dewiswch a oedd allan erbyn 7yb'),
        },
        [
          choice('yes', 'Yes', 'Oedd'),
          choice('no', 'No', 'Nac oedd', {
            text: text(
              'We cannot come back for bins that were put out late. Put it out for the next collection, or take the waste to a recycling centre.',
              'Ni allwn ddod yn ôl am finiau a roddwyd allan yn hwyr. Rhowch ef allan ar gyfer y casgliad nesaf, neu ewch â’r gwastraff i ganolfan ailgylchu.',
            ),
          }),
        ],
      ),
    ],
  }),
];

/** Vehicles that nobody comes back for. */
export const vehicles: readonly ServiceKind[] = [
  kind({
    service_code: 'abandoned-vehicle',
    service_name: text('Abandoned vehicle', 'Cerbyd wedi’i adael'),
    description: text(
      'A car, van or motorbike that looks abandoned or is burnt out',
      'Car, fan neu feic modur sy’n edrych fel pe bai wedi’i adael neu sydd wedi’i losgi',
    ),
    group: text('Roads and pavements', 'Ffyrdd a phalmentydd'),
    keywords: text(
      'car, van, motorbike, caravan, burnt out, untaxed, dumped',
      'car, fan, beic modur, carafán, wedi llosgi, heb dreth, gadael',
    ),
    notice: {
      text: text(
        'A vehicle that is only parked badly, untaxed or not used often is not abandoned. You can tell the DVLA about an untaxed vehicle.',
        'Nid yw cerbyd sydd wedi’i barcio’n wael, heb ei drethu neu nad yw’n cael ei ddefnyddio’n aml wedi’i adael. Gallwch ddweud wrth y DVLA am gerbyd heb ei drethu.',
      ),
      link: {
        text: text('Report an untaxed vehicle', 'Rhoi gwybod am gerbyd heb ei drethu'),
        href: 'https://www.gov.uk/report-untaxed-vehicle',
      },
    },
    attributes: [
      line({
        code: 'registration',
        label: text('Registration number', 'Rhif cofrestru'),
        description: text('What is its registration number, if you can see it?', 'Beth yw ei rif cofrestru, os gallwch ei weld?'),
      }),
      line({
        code: 'make',
        label: text('Make, model and colour', 'Gwneuthuriad, model a lliw'),
        description: text('What does it look like?', 'Sut mae’n edrych?'),
        hint: text('Its make, model and colour, as far as you can tell', 'Ei wneuthuriad, ei fodel a’i liw, hyd y gallwch ddweud'),
        required: text('Enter what the vehicle looks like', 'Rhowch sut mae’r cerbyd yn edrych'),
      }),
      oneOf(
        {
          code: 'condition',
          label: text('Condition', 'Cyflwr'),
          description: text('What condition is it in?', 'Ym mha gyflwr y mae?'),
          required: text('Select what condition it is in', 'Dewiswch ym mha gyflwr y mae'),
        },
        [
          choice('burnt', 'Burnt out', 'Wedi’i losgi'),
          choice('wrecked', 'Wrecked, or parts are missing', 'Wedi’i ddryllio, neu ddarnau ar goll'),
          choice('flat-tyres', 'It has flat tyres or broken windows', 'Mae ganddo deiars fflat neu ffenestri wedi torri'),
          choice('whole', 'It looks as if it could be driven', 'Mae’n edrych fel pe bai modd ei yrru'),
        ],
      ),
      oneOf(
        {
          code: 'how-long',
          label: text('How long', 'Pa mor hir'),
          description: text('How long has it been there?', 'Ers faint y mae yno?'),
          required: text('Select how long it has been there', 'Dewiswch ers faint y mae yno'),
        },
        [
          choice('days', 'Less than a week', 'Llai nag wythnos'),
          choice('weeks', 'One to four weeks', 'Rhwng wythnos a phedair wythnos'),
          choice('months', 'More than a month', 'Mwy na mis'),
        ],
      ),
    ],
  }),
];
