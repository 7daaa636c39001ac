/** What one stage of a run came to. Every stage, a whole test suite or one command, reports in this form. */
export interface Outcome {
  stage: string;
  passed: number;
  failed: number;
  skipped: number;
  /** Wall-clock seconds. */
  seconds: number;
  /** One line for each failure, repeated at the end of the run. */
  failures: string[];
  /** Why something was skipped, one line each. */
  skips: string[];
}

export function outcome(stage: string, part: Partial<Omit<Outcome, 'stage'>> = {}): Outcome {
  return { stage, passed: 0, failed: 0, skipped: 0, seconds: 0, failures: [], skips: [], ...part };
}

/** The last line of a run: `N passed, N failed`, and `, N skipped` when any were. */
export function summaryLine(outcomes: readonly Outcome[]): string {
  const { passed, failed, skipped } = total(outcomes);
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** 0 only when something passed and nothing failed: a run that found no test proves nothing. */
export function exitCode(outcomes: readonly Outcome[]): 0 | 1 {
  const { passed, failed } = total(outcomes);
  return passed > 0 && failed === 0 ? 0 : 1;
}

/** What a reader needs at the end: a line for each stage, what failed and what was left out, then the count. */
export function report(outcomes: readonly Outcome[]): string {
  const lines = ['', ...outcomes.map(stageLine)];
  const failures = outcomes.flatMap(({ stage, failures }) => failures.map((failure) => `✘ ${stage}: ${failure}`));
  const skips = outcomes.flatMap(({ stage, skips }) => skips.map((skip) => `– ${stage}: ${skip}`));
  if (skips.length > 0) lines.push('', 'Skipped:', ...skips);
  if (failures.length > 0) lines.push('', 'Failed:', ...failures);
  return [...lines, '', summaryLine(outcomes)].join('\n');
}

function stageLine({ stage, passed, failed, skipped, seconds }: Outcome): string {
  const mark = failed > 0 ? '✘' : passed > 0 ? '✔' : '–';
  const skippedPart = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${mark} ${stage.padEnd(28)} ${passed} passed, ${failed} failed${skippedPart} (${seconds.toFixed(1)} s)`;
}

function total(outcomes: readonly Outcome[]): { passed: number; failed: number; skipped: number } {
  const sum = (key: 'passed' | 'failed' | 'skipped') => outcomes.reduce((count, each) => count + each[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}
