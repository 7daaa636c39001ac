import type { Random } from './random.ts';

/** A name in English, and in Welsh where the two differ. */
export interface Name {
  readonly en: string;
  readonly cy?: string;
}

/** The name in a language: the only one there is, where there is one. */
export const nameIn = (name: Name, language: 'en' | 'cy'): string => (language === 'cy' ? (name.cy ?? name.en) : name.en);

/** What streets are named after, the Welsh with its article. */
const features: readonly (readonly [english: string, welsh: string])[] = [
  ['Mill', 'y Felin'],
  ['Church', 'yr Eglwys'],
  ['Station', 'yr Orsaf'],
  ['Bridge', 'y Bont'],
  ['Chapel', 'y Capel'],
  ['School', 'yr Ysgol'],
  ['Market', 'y Farchnad'],
  ['Castle', 'y Castell'],
  ['Well', 'y Ffynnon'],
  ['Orchard', 'y Berllan'],
  ['Oak', 'y Dderwen'],
  ['Ash', 'yr Onnen'],
  ['Elm', 'y Llwyfen'],
  ['Birch', 'y Fedwen'],
  ['Willow', 'yr Helygen'],
  ['Hazel', 'y Gollen'],
  ['Rose', 'y Rhosyn'],
  ['Fern', 'y Rhedyn'],
  ['Heron', 'y Crëyr'],
  ['Swan', 'yr Alarch'],
  ['Otter', 'y Dyfrgi'],
  ['Lark', 'yr Ehedydd'],
  ['Mere', 'y Llyn'],
  ['River', 'yr Afon'],
  ['Ferry', 'y Fferi'],
  ['Quarry', 'y Chwarel'],
  ['Forge', 'yr Efail'],
  ['Park', 'y Parc'],
  ['Hill', 'y Bryn'],
  ['Meadow', 'y Ddôl'],
  ['Grove', 'y Gelli'],
  ['Valley', 'y Cwm'],
  ['Harbour', 'yr Harbwr'],
  ['Beach', 'y Traeth'],
  ['Rock', 'y Graig'],
  ['Field', 'y Cae'],
  ['Tower', 'y Tŵr'],
  ["King's", 'y Brenin'],
  ["Queen's", 'y Frenhines'],
  ["Prince's", 'y Tywysog'],
  ['Abbey', 'yr Abaty'],
  ['Priory', 'y Priordy'],
  ['Vicarage', 'y Ficerdy'],
  ['Garden', 'yr Ardd'],
  ['Wood', 'y Coed'],
  ['Alder', 'y Wernen'],
  ['Holly', 'y Gelynnen'],
  ['Rowan', 'y Gerddinen'],
  ['Thorn', 'y Ddraenen'],
  ['Fox', 'y Llwynog'],
  ['Badger', 'y Mochyn Daear'],
  ['Squirrel', 'y Wiwer'],
  ['Owl', 'y Dylluan'],
  ['Eagle', 'yr Eryr'],
  ['Hawk', 'yr Hebog'],
  ['Seagull', 'yr Wylan'],
  ['Salmon', 'yr Eog'],
  ['Star', 'y Seren'],
  ['Sun', 'yr Haul'],
  ['Moon', 'y Lleuad'],
  ['North', 'y Gogledd'],
  ['South', 'y De'],
  ['East', 'y Dwyrain'],
  ['West', 'y Gorllewin'],
  ['Library', 'y Llyfrgell'],
  ['Pool', 'y Pwll'],
  ['Barn', 'yr Ysgubor'],
  ['Cross', 'y Groes'],
  ['Wall', 'y Mur'],
  ['Sea', 'y Môr'],
  ['Island', 'yr Ynys'],
  ['Lighthouse', 'y Goleudy'],
];

const ways: readonly (readonly [english: string, welsh: string])[] = [
  ['Lane', 'Lôn'],
  ['Street', 'Stryd'],
  ['Road', 'Ffordd'],
  ['Close', 'Clos'],
  ['Avenue', 'Rhodfa'],
  ['Terrace', 'Teras'],
  ['Crescent', 'Cilgant'],
  ['Court', 'Llys'],
  ['Place', 'Maes'],
  ['Square', 'Sgwâr'],
  ['Way', 'Heol'],
  ['Row', 'Rhes'],
  ['Walk', 'Llwybr'],
  ['Rise', 'Rhiw'],
];

/** The article leans on a word that ends in a vowel: Rhodfa'r Onnen, Rhodfa'r Felin. */
const join = (word: string, withArticle: string): string =>
  /[aeiouwyâêîôûŵŷ]$/i.test(word) ? `${word}'r ${withArticle.replace(/^yr? /, '')}` : `${word} ${withArticle}`;

/** The streets that every town has, so that one name is never one street. */
const everywhere: readonly Name[] = [
  { en: 'High Street', cy: 'Stryd Fawr' },
  { en: 'Mill Lane', cy: 'Lôn y Felin' },
  { en: 'Church Street', cy: 'Stryd yr Eglwys' },
];

const streetCount = features.length * ways.length;

/**
 * The name of a settlement's street by its number: no two of the first 1,000 of one settlement are the same, and most settlements share most names.
 * Of eight, one has only a Welsh name and one only an English one.
 */
export function streetName(number: number, settlement: number): Name {
  const given = everywhere[number];
  if (given) return given;
  // 587 shares no factor with 72 × 14, so every name comes once before one comes twice.
  let index = ((number - everywhere.length) * 587 + settlement * 211) % streetCount;
  const repeats = Math.floor((number - everywhere.length) / streetCount);
  let feature = features[Math.floor(index / ways.length)] ?? ['', ''];
  let way = ways[index % ways.length] ?? ['', ''];
  if (everywhere.some(({ en }) => en === `${feature[0]} ${way[0]}`)) {
    index = (index + 7) % streetCount;
    feature = features[(Math.floor(index / ways.length) + 1) % features.length] ?? feature;
    way = ['Green', 'Grîn'];
  }
  const en = `${repeats > 0 ? `${ordinals[repeats % ordinals.length] ?? ''} ` : ''}${feature[0]} ${way[0]}`;
  const cy = `${join(way[1], feature[1])}${repeats > 0 ? ` ${repeats + 1}` : ''}`;
  if (number % 8 === 5) return { en: cy };
  if (number % 8 === 6) return { en };
  return { en, cy };
}

const ordinals = ['Old', 'New', 'Upper', 'Lower', 'Great', 'Little'];

const blockWords: readonly (readonly [english: string, welsh: string])[] = [
  ['Court', 'Llys'],
  ['House', 'Tŷ'],
  ['Mansions', 'Plas'],
];

/** The name of a block of flats. */
export function blockName(random: Random): Name {
  const [feature, article] = random.pick(features);
  const [word, gair] = random.pick(blockWords);
  return { en: `${feature} ${word}`, ...(random.onceIn(3) ? {} : { cy: join(gair, article) }) };
}

/** The name of a tower. */
export function towerName(random: Random): Name {
  const [feature, article] = random.pick(features);
  return { en: `${feature} Point`, cy: `Tŵr ${article}` };
}

const houseNames: readonly Name[] = [
  { en: 'Rose Cottage', cy: 'Bwthyn y Rhosyn' },
  { en: 'The Old Rectory', cy: 'Yr Hen Reithordy' },
  { en: 'Sea View', cy: "Golygfa'r Môr" },
  { en: 'The Old Mill', cy: 'Yr Hen Felin' },
  { en: 'Orchard House', cy: "Tŷ'r Berllan" },
  { en: 'The Lodge', cy: 'Y Porthdy' },
  { en: 'The Old School House', cy: "Tŷ'r Hen Ysgol" },
  { en: 'Chapel House', cy: 'Tŷ Capel' },
  { en: 'Station House', cy: "Tŷ'r Orsaf" },
  { en: 'Ivy Cottage' },
  { en: 'Woodlands' },
  { en: 'Hillcrest' },
  { en: 'Fairview' },
  { en: "St David's" },
  { en: 'The Hollies' },
  { en: 'Bryn Awel' },
  { en: 'Tŷ Gwyn' },
  { en: 'Hafod' },
  { en: 'Cartrefle' },
  { en: 'Arosfa' },
  { en: 'Plas Newydd' },
  { en: 'Maes-y-deri' },
  { en: 'Pen-y-bryn' },
  { en: 'Glan-yr-afon' },
  { en: 'Tŷ Mawr' },
  { en: 'Gorwel' },
  { en: 'Llwyn Onn' },
  { en: '1812' },
];

/** The name of a house. One of them is a number, and two of three are Welsh or English alone. */
export const houseName = (random: Random): Name => random.pick(houseNames);

/** Names for the houses of one street, none of them twice. There are 28. */
export function* differentHouseNames(random: Random): Generator<Name, undefined> {
  const first = random.whole(0, houseNames.length - 1);
  // 5 shares no factor with 28.
  for (let index = 0; index < houseNames.length; index += 1) {
    const name = houseNames[(first + index * 5) % houseNames.length];
    if (name) yield name;
  }
}

/** The name of a farm. */
export function farmName(random: Random): Name {
  const [feature, article] = random.pick(features);
  return random.pick<Name>([
    { en: `${feature} Farm`, cy: `Fferm ${article}` },
    { en: `Fferm Pen ${article}` },
    { en: `Upper ${feature} Farm` },
    { en: `Tyddyn ${article}` },
    { en: `${feature} Barn`, cy: `Ysgubor ${article}` },
    { en: `The Old Forge, ${feature} Farm` },
  ]);
}

const surnames =
  'Jones Davies Evans Thomas Roberts Lewis Hughes Morgan Griffiths Owen Price Rees Parry Pritchard Khan Patel Nowak Okafor'.split(' ');

/** The name of a business: some hold a comma, quotation marks or an accent. */
export function organisationName(random: Random, place: string): string {
  const surname = random.pick(surnames);
  return random.pick([
    `${surname} & Sons`,
    `${surname}, ${random.pick(surnames)} & Co`,
    `${surname} Butchers Ltd`,
    `${place} Fish Bar`,
    `${place} Dental Practice`,
    `Siop Lyfrau ${surname}`,
    "Caffi'r Cei",
    'The "Corner" Café',
    `${surname} Plumbing & Heating`,
    `Fferyllfa ${surname} Pharmacy`,
    `${place} Post Office`,
    'Y Llew Coch',
  ]);
}
