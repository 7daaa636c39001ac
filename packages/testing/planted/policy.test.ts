// Each of these breaks the content security policy: browser-tests.test.ts expects that each fails, and that the test between passes.
describe('policy', () => {
  it('inline style', () => {
    document.body.setAttribute('style', 'color: red');
  });
  it('nothing wrong', () => {
    document.body.style.color = 'green';
  });
  it('a string of HTML', () => {
    try {
      document.body.innerHTML = '<p>One</p>';
    } catch {
      // the browser refuses; that the page tried is what counts
    }
  });
  it('another origin', async () => {
    await fetch('http://127.0.0.2:9/').catch(() => undefined);
  });
  it('code from a string', () => {
    try {
      new Function('return 1');
    } catch {
      // as above
    }
  });
});
