import { deviations, type Deviation } from './deviations.ts';

export interface Comparison {
  /** What differs without an explanation: `-` what theirs says, `+` what ours says. */
  unexplained: string[];
  /** The deliberate differences that were met. */
  met: Set<Deviation>;
}

/** Compares two meanings (./meaning.ts), line by line, and explains what it can by the listed deviations. */
export function compare(component: string, fixture: string, theirs: readonly string[], ours: readonly string[]): Comparison {
  const met = new Set<Deviation>();
  const applying = deviations.filter(
    (deviation) => [deviation.component].flat().some((name) => name === component) && (deviation.fixture?.test(fixture) ?? true),
  );
  const unexplained = difference(theirs, ours).filter((line) => {
    const explanation = applying.find(({ lines }) => lines.some((pattern) => pattern.test(line)));
    if (explanation) met.add(explanation);
    return !explanation;
  });
  return { unexplained, met };
}

/** The shortest list of lines to take out (`-`) and put in (`+`): the classic longest common subsequence. */
function difference(before: readonly string[], after: readonly string[]): string[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const longest = before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
      (lengths[row] as number[])[column] = longest;
    }
  }
  const lines: string[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    if (row < before.length && column < after.length && before[row] === after[column]) {
      row++;
      column++;
    } else if (column >= after.length || (row < before.length && at(row + 1, column) >= at(row, column + 1))) {
      lines.push(`- ${before[row++]}`);
    } else {
      lines.push(`+ ${after[column++]}`);
    }
  }
  return lines;
}
