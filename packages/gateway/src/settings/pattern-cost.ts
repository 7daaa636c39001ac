/**
 * How long a regular expression can take at the worst. JavaScript's engine tries every way in which a pattern can fit, so `(a+)+$` takes
 * 2ⁿ steps over n letters: https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS
 */

/** Ways in which one part can fit a text, and the character it always begins with, where it is one. */
interface Part {
  readonly ways: number;
  readonly first: string | undefined;
}

/**
 * The most ways in which a pattern can fit a text of so many characters: an upper bound, which may be far too high.
 *
 * @param source one that `new RegExp(source, 'u')` takes
 */
export function costOfPattern(source: string, longestText: number): number {
  let at = 0;

  function alternatives(): Part {
    const all = [sequence()];
    while (source[at] === '|') {
      at += 1;
      all.push(sequence());
    }
    const firsts = all.map(({ first }) => first);
    // Where the next character decides which alternative it is, there is no second way to try.
    const distinct = firsts.every((first) => first !== undefined) && new Set(firsts).size === firsts.length;
    const ways = all.map((part) => part.ways);
    return {
      ways: distinct ? Math.max(...ways) : ways.reduce((sum, one) => sum + one, 0),
      first: all.length === 1 ? firsts[0] : undefined,
    };
  }

  function sequence(): Part {
    let ways = 1;
    let first: string | undefined;
    let begun = false;
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = quantified();
      ways *= part.ways;
      if (!begun) first = part.first;
      begun = true;
    }
    return { ways, first };
  }

  function quantified(): Part {
    const part = atom();
    const quantifier = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(source.slice(at));
    if (!quantifier) return part;
    at += quantifier[0].length;
    const [sign, from, comma, to] = quantifier;
    const least = from === undefined ? (sign.startsWith('+') ? 1 : 0) : Number(from);
    const open = from === undefined ? !sign.startsWith('?') : comma !== undefined && to === '';
    const most = Math.min(longestText, open ? longestText : from === undefined ? 1 : comma === undefined ? least : Number(to));
    return { ways: (Math.max(0, most - least) + 1) * part.ways ** most, first: least > 0 ? part.first : undefined };
  }

  function atom(): Part {
    const character = source[at] ?? '';
    if (character === '(') {
      at += /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(source.slice(at))?.[0].length ?? 1;
      const inner = alternatives();
      at += 1;
      return inner;
    }
    if (character === '[') {
      at += /^\[(?:\\.|[^\\\]])*\]/u.exec(source.slice(at))?.[0].length ?? 1;
      return { ways: 1, first: undefined };
    }
    if (character === '\\') {
      // What was captured may be empty or long: no bound is worked out for it.
      if (/^\\(?:[1-9]|k<)/.test(source.slice(at))) {
        at += 2;
        return { ways: Infinity, first: undefined };
      }
      at += /^\\(?:u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|[pP]\{[^}]*\}|c[A-Za-z]|.)/u.exec(source.slice(at))?.[0].length ?? 1;
      return { ways: 1, first: undefined };
    }
    at += 1;
    return { ways: 1, first: character === '.' || character === '^' || character === '$' ? undefined : character };
  }

  return alternatives().ways;
}
