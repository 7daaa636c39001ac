/** The server half: bills, payments over GOV.UK Pay, Direct Debit mandates. */
export {};
