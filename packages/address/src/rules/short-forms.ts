/** The short forms in which people write addresses, English and Welsh; in folded text. */

/** The full form first. */
const shortForms = `
street st str strt
saint st snt
road rd
lane ln la
avenue ave av aven
close cl clo cls
court ct crt cout
crescent cres cr crs cresc
drive dr drv dri
gardens gdns gdn gds grdns
garden gdn
green grn
grove gr grv gro
heights hts
house hse ho
mansions mans mns
square sq
terrace ter terr tce trc
place pl plc
park pk
parade pde par
passage psge pass
walk wlk wk
way wy
rise ri rse ris
row rw
mount mt
mews mws ms
hill hl
bridge br bdg brg
buildings bldgs bldg
building bldg
cottage cott cot ctg
cottages cotts cots ctgs
farm fm
station stn sta
lower lwr lr
upper upr uppr
little lt lit
great gt grt
north n nth
south s sth
east e
west w
new nw
old ol
flat flt fl f
apartment apt apts appt
unit un u
room rm
studio std
floor flr fl
ground gnd grd g
first 1st
second 2nd
third 3rd
basement bsmt bmt bst
and n
company co
limited ltd
doctor dr
point pt
centre ctr cntr center
estate est
industrial ind
trading trdg
church ch chch
school sch
ffordd ff ffd
stryd str st
heol hl
rhodfa rhod
teras ter
fflat ff fflt flat
`;

/** What a short form may stand for. */
export const fullForms: ReadonlyMap<string, readonly string[]> = (() => {
  const forms = new Map<string, string[]>();
  for (const line of shortForms.trim().split('\n')) {
    const [full = '', ...shorts] = line.split(' ');
    for (const short of shorts) forms.set(short, [...(forms.get(short) ?? []), full]);
  }
  return forms;
})();

/** What stands before the number of a part of a building. */
export const unitWords: ReadonlySet<string> = new Set(
  'flat flt fl f apartment apt apts appt unit un u room rm studio suite plot maisonette shop office garage caravan pod fflat fflt uned ystafell llain garej'.split(
    ' ',
  ),
);

/** Words that say nothing of which address it is. */
export const fillers: ReadonlySet<string> = new Set(
  'the of no number at in near uk united kingdom wales england scotland britain gb cymru lloegr du y yr r'.split(' '),
);
