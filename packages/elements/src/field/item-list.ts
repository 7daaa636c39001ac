/**
 * Reads a list of items from a JSON attribute. What is not a list of objects is told in the console and read as no items:
 * a page must not break on a template engine's mistake.
 */
export function itemList<Item>(tag: string): (value: string | null) => readonly Item[] {
  return (value) => {
    if (value === null || value === '') return [];
    try {
      const items: unknown = JSON.parse(value);
      if (Array.isArray(items) && items.every((item) => typeof item === 'object' && item !== null)) return items as Item[];
    } catch {
      // Told below.
    }
    console.warn(`<${tag} items="${value.slice(0, 60)}…">: items is a JSON list of objects, each with a text and a value.`);
    return [];
  };
}
