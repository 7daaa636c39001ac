/** What an address answers: for 405, and to keep two services from claiming one address. */
import { TrieRouter } from 'hono/router/trie-router';

export class Endpoints {
  readonly #router = new TrieRouter<string>();
  readonly #owners = new Map<string, string>();
  readonly #methods = new Set<string>();

  /** @throws Error where another service has it already */
  add(owner: string, method: string, path: string): void {
    const name = `${method} ${path.replace(/:[^/{?]+/g, ':')}`;
    const before = this.#owners.get(name);
    if (before !== undefined) throw new Error(`Two services answer ${method} ${path}: "${before}" and "${owner}". Leave one of them out.`);
    this.#owners.set(name, owner);
    this.#methods.add(method);
    this.#router.add(method, path, method);
  }

  /** The methods an address answers; none where nothing does. */
  methodsOf(path: string): readonly string[] {
    const found = [...this.#methods].filter((method) => this.#router.match(method, path)[0].length > 0);
    if (found.includes('GET')) found.push('HEAD');
    return found.length > 0 ? [...new Set([...found, 'OPTIONS'])].sort() : [];
  }
}
