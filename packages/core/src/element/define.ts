/** The version that this build of the package registers its elements as. */
export const version = '0.1.0';

interface VersionedElement extends CustomElementConstructor {
  /** The version of the package that brought the class. */
  readonly councilKitVersion?: string;
}

/**
 * Registers a tag, once. If a second copy of the package is on the page the first stays, because a registry throws on a second
 * definition. A console warning names both versions if they differ: two scripts of one release do no harm.
 */
export function define(tag: string, element: VersionedElement): void {
  const first = customElements.get(tag) as VersionedElement | undefined;
  if (first === undefined) customElements.define(tag, element);
  else if (first !== element && first.councilKitVersion !== version) {
    console.warn(`<${tag}> is already defined, by version ${first.councilKitVersion ?? 'unknown'}. Version ${version} is not used.`);
  }
}
