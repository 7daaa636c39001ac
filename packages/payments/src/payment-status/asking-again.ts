/** When to ask again: at once, then less and less often, as long as somebody may be waiting. */

/** Seconds to wait before the next question; undefined where it is time to stop asking by oneself. */
export function secondsToNextQuestion(asked: number): number | undefined {
  const first = [1, 2, 3, 5, 8, 13, 20];
  if (asked < 1) return 0;
  if (asked <= first.length) return first[asked - 1];
  // Every half minute until a quarter of an hour is over.
  return asked < 35 ? 30 : undefined;
}

/** After so many questions (about a minute) it takes longer than usual. */
export const usualQuestions = 8;
