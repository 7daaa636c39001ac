/** A theme that cannot be built. `problems` has one sentence for each thing to put right; `message` has them all. */
export class ThemeError extends Error {
  override readonly name = 'ThemeError';
  readonly problems: readonly string[];

  constructor(theme: string, problems: readonly string[]) {
    super(`The theme “${theme}” was not built:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}
