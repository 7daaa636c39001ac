/** What the questions say, as the journey's data. */
export const questionTexts = {
  amount: { en: 'How much do you want to pay?', cy: 'Faint hoffech ei dalu?' },
  amountSummary: { en: 'Amount', cy: 'Swm' },
  amountRequired: { en: 'Enter the amount you want to pay', cy: 'Rhowch y swm rydych am ei dalu' },
  amountChoice: { en: 'Select how much you want to pay', cy: 'Dewiswch faint rydych am ei dalu' },
  email: { en: 'Where should we send your receipt?', cy: 'I ble dylem anfon eich derbynneb?' },
  emailSummary: { en: 'Receipt', cy: 'Derbynneb' },
  emailHint: {
    en: 'Your email address. Leave it empty if you do not want a receipt by email',
    cy: 'Eich cyfeiriad e-bost. Gadewch ef yn wag os nad ydych am gael derbynneb drwy e-bost',
  },
  whereToFind: { en: 'Where to find it', cy: 'Ble i ddod o hyd iddo' },
} as const;

/** Over the council's contact details, on every page. */
export const contactHeading = { en: 'Get help with your payment', cy: 'Cael help gyda’ch taliad' } as const;
