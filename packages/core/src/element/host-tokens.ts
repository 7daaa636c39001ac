/** Set by a page's style sheet that holds all tokens: `@council-kit/tokens/council.css` and themes built on it. */
const allTokens = '--council-tokens';

function leaveOut(rules: CSSRuleList, isSet: (name: string) => boolean): void {
  for (const rule of rules) {
    if ('cssRules' in rule) leaveOut(rule.cssRules as CSSRuleList, isSet);
    if (!('style' in rule)) continue;
    const style = rule.style as CSSStyleDeclaration;
    for (const name of [...style]) if (name.startsWith('--') && isSet(name)) style.removeProperty(name);
  }
}

/**
 * The style sheet that gives a shadow root the tokens its page has not set; undefined where the page has set all. Look at
 * the host before the root adopts the sheet: afterwards every token is set.
 *
 * @param css the tokens declared on `:host`, in every mode: `hostTokens` of `@council-kit/tokens/host.js`
 */
export function hostTokens(host: Element, css: string): CSSStyleSheet | undefined {
  const page = getComputedStyle(host);
  const isSet = (name: string): boolean => page.getPropertyValue(name) !== '';
  if (css === '' || isSet(allTokens)) return undefined;
  const sheet = new CSSStyleSheet();
  // A page that is dark in its own way would make the native controls dark, on tokens that are light.
  sheet.replaceSync(`:host(:not([data-council-colour-scheme])){color-scheme:light!important}${css}`);
  leaveOut(sheet.cssRules, isSet);
  return sheet;
}
