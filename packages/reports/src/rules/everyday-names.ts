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
`;

const everyday: ReadonlySet<string> = new Set(words.trim().split(/\s+/));

/** Whether a name, in lower case and without accents, is a word as well. So is every name of one or two letters: "Jo", "Li", "Al". */
export function isEverydayWord(name: string): boolean {
  return name.length < 3 || everyday.has(name);
}
