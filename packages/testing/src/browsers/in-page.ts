/**
 * Runs in every page of the browser tests, before the tests: a page that breaks the content security policy
 * fails the test that caused it, whatever else that test asserts.
 */
const violations: string[] = [];

document.addEventListener('securitypolicyviolation', (event) => {
  const where = event.sourceFile ? ` at ${event.sourceFile}:${event.lineNumber}` : '';
  violations.push(`${event.effectiveDirective} blocked ${event.blockedURI}${event.sample ? ` (“${event.sample}”)` : ''}${where}`);
});

/** Violations are reported in a task of their own, after the code that caused them. */
export async function takeViolations(): Promise<string[]> {
  await new Promise((done) => setTimeout(done));
  return violations.splice(0);
}

afterEach(async function () {
  const found = await takeViolations();
  const test = this.currentTest;
  if (found.length === 0 || !test) return;
  // An error thrown here would abort every test that follows; the result of the one that caused it is changed instead.
  test.state = 'failed';
  test.err = new Error(`The content security policy was broken: ${found.join('; ')}`);
});
