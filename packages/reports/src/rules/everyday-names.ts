import { plainLetters } from '@council-kit/core';
import { defaultServices } from '../services/default-services.ts';

/**
 * Names that are ordinary words too, in English or Welsh, or places. In a report "the rose bed" is not Rose, and taking the word
 * out would tell everybody the name. So these count as a name only where they are written like one.
 */
const words = `
  amber angel april archer art ash august autumn
  bach bailey baker ball band bank banks barber barker barn barnes bass bath bay beach bean bear beck bell berry best bill bird
  bishop black blossom blue bob bolton bond booth born bow bowling box brand brewer bridge bridges bright brook brooke brooks brown
  bryn bull burn burns bush butcher butler butt butter by
  cable carol carpenter cart carter carver case cash castle chain chamber chambers chance chandler chapel chapman chase child church
  clay clear cliff close coal coat coch coed cole cook coop cope corner council court coward cox craft crane cross crow crystal
  dai dale dan dawn day days dean dear deer derby destiny diamond dix don down downs drain drake drew driver duck duke dyer
  early earl earth east eden eira ember end england english eve
  fair faith fall farmer farrow faye fear fence fern field fields finch fisher flag flint flood flower flowers fold ford forest foster
  fountain fowler fox frank freeman french frost furlong
  gale game garden gardener gardner garland gate gates gay gem gill ginger glas glen glenn glyn golden good goodman gorse grace grant
  grass gray green grey grove guest gull gun guy gwyn gwen
  haf hail hale hall ham hand hardy hart harbour hawk hay hazel head heath heather hedges hen herb herring hidden high hill hills hind hobby
  hogg holder holland holly holt home hood hook hope horn house hunt hunter hurt
  inch ink ireland iris ivy
  jack jade jasmine jay jet jewel job joiner joker josh joy july june just
  kay keen kent key keys king kitchen kite knight knott
  lamb lamp land lane large lark last law lawn lawless lawn leaf leak leek lever light lilac lily lincoln line link little
  llyn lock london long lord love low luck
  mai major man manner march mark marker marks marsh marshall martin mason master mawr max may mead meadow mears medi melody mercy merry
  might mill miller mills mine minor mint mist mole money monk moon moor moore moors moss mole mount mountain myrtle
  nail nant neat neighbour nest new nick night noble norm north nut
  oak oakes oliver olive onions orange otter owner
  page pain paint painter palm pan parc park parker parks parr parrot part partridge pat patch patience pay peach peacock pearl pearce
  peg pen penny perch pine pink pipe piper pitt place plank plant planted plum pole pond pont pool poole poppy porter post pot potter potts pound
  power precious price prince print prior proper prudence pye
  queen quick
  rail rain raven ray read reader reed rees reef resident rich ridge ring river rivers road rob robin rock rod root rope rose rosemary
  rough rowan ruby rule rush rusty ryder
  saddler sage salmon salt sand sands sandy saunders savage sawyer scarlet school sea seal seal seren serena sergeant settle sharp shaw
  shepherd ship shop shore short shrub sigh silver singer skipper skinner sky slade slate slaughter small smart snow sole south spark
  sparks sparrow speed spencer spring squire stack stamp star steel steep still stock stone stones storm strange stream street strong
  stubbs sue summer summers sun sunny swallow swan sweet swift
  tail tailor tan tanner tarn taylor tenant terry thatcher thorn thorne tiger till tiller tomb toil tow towers town tree trees trip
  trouble tucker turf turner tyler tyre
  vale van vane victor vine violet virtue
  wade wagon wain wait wales walk walker wall waller walls ward warden warner warren wash waters watt way weaver webb weeks well wells
  welsh west wheel wheeler white whitehouse wild wilde will willow wills winter winters wise wish wolf wood woods wooden woodland worth
  wren wright wynne wyn
  yard yew york young
  bone brush cane cork dove jam lake lanes mob pegs sod swans
`;

const everyday: ReadonlySet<string> = new Set(words.trim().split(/\s+/));

/**
 * What reports are about, beside the words of our own kinds of report: what lies about, breaks, grows, leaks, stinks or barks in a street,
 * and what stands in one. People write these with a capital too ("Broken Glass", "Blocked Drain").
 */
const things = `
  alarm alley amp ant apple arch asbestos awning axe
  badge bale bark barrel barricade barrier barrow basket bath battery beam bed bedding beer bees belt bicycle bike billboard
  bins blade blaze blind blinds block bloom board boat boiler bolt bones bonfire boot boots borders bottle bottles boulder boundary bowl
  box boxes bracken branches brass brick bricks bridge bucket bud buggy builder building bulb bump bus buses bushes
  cab cable cage cake can canopy caravan card cardboard care carpet cars cave ceiling cement chair chairs chalk chapel chimney
  churchyard clamp cleaner clock cloud coach coal coals cobbles cobweb comb common concrete conduit cone cones container copper
  copse cord corn cotton couch counter cracks crate crossing crossroad crossroads crowd cup cupboard curb curtain cushion cycle cyclist
  dam damage damp danger dark debris deck depot desk dip disc dish ditch ditches dogs door doors drains drainage drive drives drum dust
  eaves edge engine entrance estate
  fan farm feather fence fences fencing fete film fire fires fireworks flag flat flats flies float floods floor flush foam fog foil food foot foul
  foxes frame fridges fuel fumes fuse
  gang gap garage gas gates girder glue goat goose gravel grave graves grid grit gritter groove ground gull gulls gutter gutters
  handle handrail hay head heap heater hedgerow hive hoarding hob hog hole holes hood horse horses hose hot house hub hydrant
  ice iron island ivy
  jar jetty junction junk
  kennel kerbs kettle key kiosk knife knot
  ladder lagoon lamps larder lead leaf leak leaks lever lid lights line lines litters lodge log logs loose lorry lorries
  mall manhole manure maple market marking markings mast mat meat mesh metal mice mirror moat mop moped moss mould mound mouse
  nails needle nest nests net nettle nettles night noise nuisance number
  oak odour oven
  pack packet pad paddock pale pallet pallets panel paper papers parade parks patch path paths paving pebble pens petrol pig pigeon pigeons
  pile pin pine pipe pipes pit pitch plank planks plants plaster plastic plate plates plough plug pole poles pond post posts pot potholes pots puddles
  pump pylon
  quarry quay
  rack rag rags rail railing railings rails ramp rat rats recycle reed rift rim river roads rock rocks roof roots rope roundabout rubbles rug
  rugs rust rut
  sack sacks salt sand saw scaffold scooter scrap scrub seat seats seal septic sewage sewer sewers shed shelter shelters shelf shell shop
  shutter sick side siding sign signs silt sink siren site skips slate slides slime slip slope sludge slush smashed smoke smog snail soap
  sock soil soot speed spike spot spout stain stairs stake stalk stall station steam steel step steps stick sticks stile stock stones stool stove
  straw stream street streets studs stump surge swamp swings switch
  table tables tank tanks tap tape tar tarp television tent tents thistle thorn tile tiles tip toilet toilets trail trailer track tracks tractor
  trap trash tray trees trench trolley trough truck trucks trunk tub tube tunnel turf twig twigs tyre
  underpass unsafe urine
  valve vans vent vermin vine vomit
  wagon walls warden wardrobe warehouse washer wasp wasps weed weir well wheel wheels whistle window windows wire wires woodland wool
  worm wreck
  yard yew zebra
  bin biniau blodau bws coed cerrig craig cwter ci cwn dwr eira ffenestr ffens ffos gorsaf graean gwter gwynt heol ia llan llechi lori llygod
  maen mwg mynwent nant ogof pibell plastig polion pont pren rhew rhiw rhwd sedd siop sied stryd tan tap teiar toiled tonnau
`;

const matters: ReadonlySet<string> = new Set([
  ...things.trim().split(/\s+/),
  ...defaultServices
    .flatMap(({ service_name, keywords }) => [service_name.en, service_name.cy, keywords.en, keywords.cy])
    .flatMap((text) => plainLetters(text.toLowerCase()).match(/\p{L}{3,}/gu) ?? []),
]);

/** Whether a name, in lower case and without accents, is also what a report is about: "glass", "pothole". */
export function isMatterOfReports(name: string): boolean {
  return matters.has(name);
}

/** Whether a name, in lower case and without accents, is a word as well. So is every name of one or two letters: "Jo", "Li", "Al". */
export function isEverydayWord(name: string): boolean {
  return name.length < 3 || everyday.has(name) || matters.has(name);
}
