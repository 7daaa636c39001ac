import { catalogue, type Catalogue } from '@council-kit/core';

export type SiteKey =
  | 'phase'
  | 'invented'
  | 'services'
  | 'your-council'
  | 'home'
  | 'home-lead'
  | 'report'
  | 'report-about'
  | 'report-without-script'
  | 'follow'
  | 'follow-about'
  | 'reference'
  | 'reference-hint'
  | 'address'
  | 'address-about'
  | 'address-received'
  | 'address-received-about'
  | 'address-without-script'
  | 'see-what-is-sent'
  | 'error-prefix'
  | 'moved'
  | 'moved-about'
  | 'moved-lead'
  | 'council-tax'
  | 'council-tax-about'
  | 'calculator'
  | 'calculator-about'
  | 'calculator-without-script'
  | 'direct-debit'
  | 'direct-debit-about'
  | 'direct-debit-without-script'
  | 'direct-debit-example'
  | 'council-tax-example'
  | 'council-tax-without-script'
  | 'pay-without-script'
  | 'your-payment'
  | 'see-payment'
  | 'parking'
  | 'parking-about'
  | 'govuk-pay'
  | 'govuk-pay-about'
  | 'start-now'
  | 'elsewhere'
  | 'elsewhere-about'
  | 'staff'
  | 'staff-about'
  | 'finance'
  | 'finance-about'
  | 'back-office'
  | 'back-office-about'
  | 'for-officers'
  | 'show'
  | 'contact'
  | 'accessibility'
  | 'privacy'
  | 'cookies'
  | 'not-found'
  | 'not-found-about'
  | 'back';

export const siteMessages: Catalogue<SiteKey> = catalogue({
  en: {
    phase: 'Demo',
    invented: 'Aldermere does not exist. Nothing you send here reaches a real council.',
    services: 'Services',
    'your-council': 'Your council',
    home: 'Services in Aldermere',
    'home-lead': 'Report problems in our streets, parks and paths, and see what we have done about them.',
    report: 'Report a problem',
    'report-about': 'Fly-tipping, potholes, street lights, graffiti and more',
    'report-without-script': 'Report a problem, page by page',
    follow: 'Follow a report',
    'follow-about': 'See what has been done, by the reference we gave you',
    reference: 'What is your report’s reference?',
    'reference-hint': 'It has 10 letters and numbers, like 7Q2KM-9XH4Y',
    address: 'Find an address',
    'address-about': 'Search by postcode or the first line, or enter the address yourself',
    'address-received': 'This is what the form sent',
    'address-received-about': 'One address, in one shape, whether it was found or written. We have not kept it.',
    'address-without-script': 'Tell us your new address, page by page',
    'see-what-is-sent': 'See what is sent',
    'error-prefix': 'Error: ',
    moved: 'Tell us you have moved',
    'moved-about': 'Your new address and the one before',
    'moved-lead': 'Give us your new address and the one before. It takes about 3 minutes.',
    'council-tax': 'See and pay your council tax',
    'council-tax-about': 'What is on your bill and why, and what is due when',
    calculator: 'What would my council tax be',
    'calculator-about': 'By band, who lives there and when they move; no account needed',
    'calculator-without-script': 'Work it out on a plain page',
    'direct-debit': 'Set up a Direct Debit',
    'direct-debit-about': 'Pay council tax from a bank account, month by month',
    'direct-debit-without-script': 'Set it up page by page',
    'direct-debit-example': 'To try it: account number {account}, sort code {sortCode}, bank account {accountNumber}',
    'council-tax-example': 'To try it: account number {account}, postcode {postcode}',
    'council-tax-without-script': 'See your bill, page by page',
    'pay-without-script': 'Pay with your account number, page by page',
    'your-payment': 'Your payment',
    'see-payment': 'See your payment',
    parking: 'Pay a parking fine',
    'parking-about': 'With the number on the notice',
    'govuk-pay': 'GOV.UK Pay, GOV.UK Notify and the billing system',
    'govuk-pay-about': 'As the sandbox plays them: accounts to try, payments, emails, webhooks',
    'start-now': 'Start now',
    elsewhere: 'The same service on another site',
    'elsewhere-about': 'One script tag on a parish newsletter that we do not control',
    staff: 'Reports, for staff',
    'staff-about': 'Read, filter and update what residents reported',
    finance: 'Payments, for the finance team',
    'finance-about': 'Find a payment and its story, refund it, compare the books, download them',
    'back-office': 'The back office',
    'back-office-about': 'What the council’s other system has received, by Open311',
    'for-officers': 'Behind the scenes',
    show: 'Show the report',
    contact: 'Contact us',
    accessibility: 'Accessibility statement',
    privacy: 'Privacy',
    cookies: 'Cookies',
    'not-found': 'Page not found',
    'not-found-about': 'If you typed the address, check that it is right. If you pasted it, check that you copied all of it.',
    back: 'Back',
  },
  cy: {
    phase: 'Demo',
    invented: 'Nid yw Aldermere yn bodoli. Nid oes dim a anfonwch yma yn cyrraedd cyngor go iawn.',
    services: 'Gwasanaethau',
    'your-council': 'Eich cyngor',
    home: 'Gwasanaethau yn Aldermere',
    'home-lead': 'Rhowch wybod am broblemau yn ein strydoedd, parciau a llwybrau, a gwelwch beth rydym wedi’i wneud yn eu cylch.',
    report: 'Rhoi gwybod am broblem',
    'report-about': 'Tipio anghyfreithlon, tyllau yn y ffordd, goleuadau stryd, graffiti a mwy',
    'report-without-script': 'Rhoi gwybod am broblem, fesul tudalen',
    follow: 'Dilyn adroddiad',
    'follow-about': 'Gweld beth sydd wedi’i wneud, gyda’r cyfeirnod a roesom i chi',
    reference: 'Beth yw cyfeirnod yr adroddiad?',
    'reference-hint': 'Mae ganddo ddeg llythyren a rhif, fel 7Q2KM-9XH4Y',
    address: 'Dod o hyd i gyfeiriad',
    'address-about': 'Chwiliwch yn ôl cod post neu’r llinell gyntaf, neu rhowch y cyfeiriad eich hun',
    'address-received': 'Dyma’r hyn a anfonodd y ffurflen',
    'address-received-about': 'Un cyfeiriad, mewn un ffurf, p’un a gafodd ei ganfod neu ei ysgrifennu. Nid ydym wedi’i gadw.',
    'address-without-script': 'Rhoi eich cyfeiriad newydd i ni, fesul tudalen',
    'see-what-is-sent': 'Gweld yr hyn sy’n cael ei anfon',
    'error-prefix': 'Gwall: ',
    moved: 'Dweud wrthym eich bod wedi symud',
    'moved-about': 'Eich cyfeiriad newydd a’r un blaenorol',
    'moved-lead': 'Rhowch eich cyfeiriad newydd a’r un blaenorol i ni. Mae’n cymryd tua 3 munud.',
    'council-tax': 'Gweld a thalu eich treth gyngor',
    'council-tax-about': 'Yr hyn sydd ar eich bil a pham, a beth sy’n ddyledus a phryd',
    calculator: 'Faint fyddai fy nhreth gyngor',
    'calculator-about': 'Yn ôl band, pwy sy’n byw yno a phryd maen nhw’n symud; nid oes angen cyfrif',
    'calculator-without-script': 'Ei gyfrifo ar dudalen blaen',
    'direct-debit': 'Sefydlu Debyd Uniongyrchol',
    'direct-debit-about': 'Talu’r dreth gyngor o gyfrif banc, fesul mis',
    'direct-debit-without-script': 'Ei sefydlu fesul tudalen',
    'direct-debit-example': 'I roi cynnig arni: rhif cyfrif {account}, cod didoli {sortCode}, cyfrif banc {accountNumber}',
    'council-tax-example': 'I roi cynnig arni: rhif cyfrif {account}, cod post {postcode}',
    'council-tax-without-script': 'Gweld eich bil, fesul tudalen',
    'pay-without-script': 'Talu gyda rhif eich cyfrif, fesul tudalen',
    'your-payment': 'Eich taliad',
    'see-payment': 'Gweld eich taliad',
    parking: 'Talu dirwy parcio',
    'parking-about': 'Gyda’r rhif ar yr hysbysiad',
    'govuk-pay': 'GOV.UK Pay, GOV.UK Notify a’r system filio',
    'govuk-pay-about': 'Fel y mae’r sandbox yn eu chwarae: cyfrifon i’w profi, taliadau, negeseuon e-bost, bachau gwe',
    'start-now': 'Dechrau nawr',
    elsewhere: 'Yr un gwasanaeth ar safle arall',
    'elsewhere-about': 'Un tag sgript ar gylchlythyr plwyf nad ydym yn ei reoli',
    staff: 'Adroddiadau, i staff',
    'staff-about': 'Darllen, hidlo a diweddaru’r hyn y mae trigolion wedi’i adrodd',
    finance: 'Taliadau, i’r tîm cyllid',
    'finance-about': 'Dod o hyd i daliad a’i hanes, ei ad-dalu, cymharu’r llyfrau, eu lawrlwytho',
    'back-office': 'Y swyddfa gefn',
    'back-office-about': 'Yr hyn y mae system arall y cyngor wedi’i dderbyn, drwy Open311',
    'for-officers': 'Y tu ôl i’r llenni',
    show: 'Dangos yr adroddiad',
    contact: 'Cysylltu â ni',
    accessibility: 'Datganiad hygyrchedd',
    privacy: 'Preifatrwydd',
    cookies: 'Cwcis',
    'not-found': 'Heb ddod o hyd i’r dudalen',
    'not-found-about': 'Os teipioch y cyfeiriad, gwiriwch ei fod yn gywir. Os gludoch ef, gwiriwch eich bod wedi copïo’r cyfan.',
    back: 'Yn ôl',
  },
});
