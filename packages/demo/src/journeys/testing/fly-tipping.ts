/** A whole report of fly-tipping as a resident makes it, in either language, in the widget or on the plain pages. */
import assert from 'node:assert/strict';
import type { Language } from '@council-kit/core';
import type { Resident } from './resident.ts';

/** What the pages are called. */
export const headings = {
  en: {
    home: 'Report a problem',
    what: 'What do you want to report?',
    where: 'Where is it?',
    nearby: 'Has it been reported already?',
    details: 'Fly-tipping',
    photos: 'Add photos if you have any',
    contact: 'How can we contact you if we need to?',
    check: 'Check your report before you send it',
    sent: 'Report sent',
  },
  cy: {
    home: 'Rhoi gwybod am broblem',
    what: 'Beth ydych chi am roi gwybod amdano?',
    where: 'Ble mae?',
    nearby: 'A oes rhywun wedi rhoi gwybod amdano yn barod?',
    details: 'Tipio anghyfreithlon',
    photos: 'Ychwanegwch luniau os oes gennych rai',
    contact: 'Sut gallwn ni gysylltu â chi, os bydd angen?',
    check: 'Gwiriwch eich adroddiad cyn ei anfon',
    sent: 'Adroddiad wedi’i anfon',
  },
} as const satisfies Record<Language, object>;

/** What is said of a page that was sent empty, in the order of its questions. */
export const complaintsOfEmptyPages = {
  en: {
    what: ['Select what you want to report'],
    where: ['Tell us where it is: in words, with your position, or on the map'],
    details: [
      'Select what kind of waste it is',
      'Select how much there is',
      'Select whether it is blocking the way',
      'Select whether there is anything dangerous in it',
      'Select whether you saw it being dumped',
      'Select whether it is on private land',
      'Describe the problem',
    ],
    contact: [
      'Enter an email address in the correct format, like name@example.com',
      'Enter a phone number, like 01632 960 001 or 07700 900 982',
    ],
  },
  cy: {
    what: ['Dewiswch beth rydych am roi gwybod amdano'],
    where: ['Dywedwch wrthym ble mae: mewn geiriau, gyda’ch lleoliad, neu ar y map'],
    details: [
      'Dewiswch pa fath o wastraff ydyw',
      'Dewiswch faint sydd yno',
      'Dewiswch a yw’n rhwystro’r ffordd',
      'Dewiswch a oes rhywbeth peryglus ynddo',
      'Dewiswch a welsoch chi rywun yn ei adael',
      'Dewiswch a yw ar dir preifat',
      'Disgrifiwch y broblem',
    ],
    contact: ['Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@enghraifft.com', 'Rhowch rif ffôn, fel 01632 960 001 neu 07700 900 982'],
  },
} as const satisfies Record<Language, object>;

export type Stop =
  keyof (typeof headings)['en'] | `${keyof (typeof complaintsOfEmptyPages)['en']}, not answered` | 'details, answered' | 'photos, added';

export interface FlyTipping {
  readonly language: Language;
  /** In words. */
  readonly place: string;
  readonly description: string;
  readonly photo?: Buffer;
  readonly name?: string;
  readonly email?: string;
  /** Sends each page empty first, and reads what is wrong. */
  readonly wronglyFirst?: boolean;
  /** Says more of the place than words, before going on. */
  readonly atPlace?: (resident: Resident) => Promise<void>;
  /** At each page, as soon as it is to be seen. */
  readonly at?: (stop: Stop) => Promise<void>;
  /** Reports of the same kind are known near the place. */
  readonly knownNearby?: boolean;
}

/** From the council's page to the reference, which it gives. */
export async function reportFlyTipping(resident: Resident, report: FlyTipping): Promise<string> {
  await begin(resident, report);
  await toCheckPage(resident, report);
  await resident.goOn();
  await resident.sees(headings[report.language].sent);
  await report.at?.('sent');
  return referenceOn(resident);
}

/** From the council's page to the first question: the widget's own, or by the link that is there without JavaScript. */
export async function begin(resident: Resident, { language, at }: Pick<FlyTipping, 'language' | 'at'>): Promise<void> {
  if (!resident.javaScript) {
    await resident.sees(headings[language].home);
    await at?.('home');
    await resident.page.locator('council-report-issue a').click();
  }
  await resident.sees(headings[language].what);
}

/** From the first question to the page that shows all answers. */
export async function toCheckPage(resident: Resident, report: FlyTipping): Promise<void> {
  const { language, at = async () => undefined } = report;
  const { page } = resident;
  const words = headings[language];
  const wrongly = async (step: keyof (typeof complaintsOfEmptyPages)['en']): Promise<void> => {
    if (!report.wronglyFirst) return;
    await resident.goOn();
    await readsWhatIsWrong(resident, complaintsOfEmptyPages[language][step]);
    assert.match(await page.title(), language === 'cy' ? /^Gwall: / : /^Error: /);
    await at(`${step}, not answered`);
  };

  await at('what');
  await wrongly('what');
  await page.locator('input[name="service"][value="fly-tipping"]').check();
  await resident.goOn();

  await resident.sees(words.where);
  await at('where');
  await wrongly('where');
  await page.locator('input[name="where-words"]').fill(report.place);
  await report.atPlace?.(resident);
  await resident.goOn();

  if (report.knownNearby) {
    await resident.sees(words.nearby);
    await page.locator('.council-report-list__item').first().waitFor();
    await at('nearby');
    await resident.goOn();
  }
  await resident.sees(words.details);
  await at('details');
  await wrongly('details');
  await answerDetails(resident, report.description);
  await at('details, answered');
  await resident.goOn();

  await resident.sees(words.photos);
  await at('photos');
  if (report.photo) {
    await addPhoto(resident, 'IMG_2001.jpg', report.photo);
    await at('photos, added');
  }
  await resident.goOn();

  await resident.sees(words.contact);
  await at('contact');
  const contact = (field: string) => page.locator(`input[name="${field}"]`);
  if (report.wronglyFirst) {
    await contact('email').fill('nobody');
    await contact('phone').fill('12');
    await wrongly('contact');
    await contact('phone').fill('');
  }
  await contact('name').fill(report.name ?? '');
  await contact('email').fill(report.email ?? '');
  await resident.goOn();
  await resident.sees(words.check);
  await at('check');
}

/** Furniture and tyres, as much as a small van holds, on private land. */
export async function answerDetails({ page }: Resident, description: string): Promise<void> {
  for (const waste of ['furniture', 'tyres']) await page.locator(`input[name="fly-tipping-waste"][value="${waste}"]`).check();
  const answers = { amount: 'small-van', blocking: 'no', hazardous: 'no', witnessed: 'no', 'private-land': 'yes' };
  for (const [name, value] of Object.entries(answers)) await page.locator(`input[name="fly-tipping-${name}"][value="${value}"]`).check();
  await page.locator('textarea[name="description"]').fill(description);
}

/** Chooses a file and waits until the council has it. */
export async function addPhoto({ page, javaScript }: Resident, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
  if (!javaScript) await page.locator('button[value="upload:photos"]').click();
  // With its id in the form, the server has it.
  await page.locator('input[type=hidden][name="photos-id"]').first().waitFor({ state: 'attached' });
}

/** Everything that is wrong is in the summary, in order; each entry leads to a control that says the same. */
export async function readsWhatIsWrong(resident: Resident, expected: readonly string[]): Promise<void> {
  assert.deepEqual(await resident.errors(), expected);
  for (const message of expected) {
    await resident.page.locator('.council-error-summary-list').getByRole('link', { name: message, exact: true }).click();
    // The widget's host has the focus as well as the control in it.
    const said = await resident.page
      .locator(':focus')
      .last()
      .evaluate((control) => {
        const ids = [control, control.closest('fieldset')].flatMap((each) => each?.getAttribute('aria-describedby')?.split(' ') ?? []);
        const root = control.getRootNode() as Document | ShadowRoot;
        return ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
      });
    assert.ok(said.includes(message), `“${message}” leads to a control that says “${said.trim()}”`);
  }
}

/** The reference that the last page shows. */
export async function referenceOn({ page }: Resident): Promise<string> {
  const [reference] = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(await page.locator('.council-panel').innerText()) ?? [];
  assert.ok(reference, 'the last page shows a reference');
  return reference;
}
