import { executeServerCommand, sendKeys, sendMouse } from '@web/test-runner-commands';

/**
 * Presses keys as a person does: trusted events, in all three engines. One call, one chord: `press('Tab')`, `press('Shift+Tab')`,
 * `press('ArrowDown')`, `press('a')`. Keys have their UI Events names (https://www.w3.org/TR/uievents-key/).
 */
export async function press(...chords: string[]): Promise<void> {
  for (const chord of chords) {
    // A space's name is a space; `Space` reads better in a test.
    const keys = chord === '+' ? ['+'] : chord.split('+').map((key) => (key === 'Space' ? ' ' : key));
    await executeServerCommand('council:keys', [...keys.map((down) => ({ down })), ...keys.toReversed().map((up) => ({ up }))]);
  }
}

/** Types text into whatever has the focus, a key at a time. */
export async function type(text: string): Promise<void> {
  await sendKeys({ type: text });
}

/** Clicks the middle of an element with the mouse, as a person does; scrolls to it first. */
export async function click(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'center', inline: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}

/** The element that has the focus, through open shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element === document.body ? null : element;
}

/**
 * Presses Tab from the top of an element's page until nothing in the element is reached any more.
 * @returns the elements in the order a keyboard reaches them. Put something focusable after the element: in Firefox the
 * focus otherwise leaves for the browser's own window.
 */
export async function tabStops(within: Element): Promise<Element[]> {
  const start = document.createElement('button');
  within.before(start);
  start.focus();
  const stops: Element[] = [];
  const inside = (element: Element | null): boolean => {
    for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null)
      if (node === within) return true;
    return false;
  };
  try {
    for (;;) {
      await press('Tab');
      const now = focused();
      if (!now || !inside(now) || stops.includes(now)) return stops;
      stops.push(now);
    }
  } finally {
    start.remove();
  }
}
