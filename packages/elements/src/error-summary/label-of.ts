/**
 * The words that ask for a control: its group's legend, unless legend and control would not fit into half a screen, where
 * the on-screen keyboard takes the other half; else its label.
 */
export function labelOf(control: HTMLElement): Element | null {
  const legend = control.closest('fieldset')?.querySelector('legend');
  if (legend) {
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) return legend;
    const top = legend.getBoundingClientRect().top;
    const { bottom, height } = control.getBoundingClientRect();
    if (height > 0 && bottom - top < window.innerHeight / 2) return legend;
  }
  return (control as Partial<HTMLInputElement>).labels?.[0] ?? control.closest('label');
}
