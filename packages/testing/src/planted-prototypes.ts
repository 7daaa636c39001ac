/**
 * What old libraries that councils' pages still have do to what is built in: Prototype.js 1.6 and 1.7, MooTools, Sugar. Gives the way back.
 */
export function plantPrototypes(): () => void {
  const undo: (() => void)[] = [];
  const plant = (target: object, members: Readonly<Record<string, unknown>>): void => {
    for (const [name, value] of Object.entries(members)) {
      const before = Object.getOwnPropertyDescriptor(target, name);
      // As `target.name = value` in a script: enumerable where it is new.
      (target as Record<string, unknown>)[name] = value;
      undo.unshift(() => (before ? Object.defineProperty(target, name, before) : Reflect.deleteProperty(target, name)));
    }
  };
  const copy = function (this: ArrayLike<unknown>): unknown[] {
    const list: unknown[] = [];
    for (let index = 0; index < this.length; index += 1) list.push(this[index]);
    return list;
  };
  plant(Array.prototype, {
    toArray: copy,
    entries: copy,
    clone: copy,
    each: Array.prototype.forEach,
    contains: Array.prototype.includes,
    toJSON(this: unknown[]) {
      return `[${copy
        .call(this)
        .map((each) => JSON.stringify(each))
        .join(', ')}]`;
    },
  });
  plant(Array, {
    from: (list: ArrayLike<unknown> | undefined) => (list ? copy.call(list) : []),
  });
  plant(Function.prototype, { delay: () => 0 });
  plant(Object.prototype, { merge: () => undefined, size: () => 0 });
  return () => {
    for (const back of undo) back();
  };
}
