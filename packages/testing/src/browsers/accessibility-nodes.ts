import type { Protocol } from 'puppeteer-core';

/** What an assistive technology is told about one element, from the browser's own accessibility tree. */
export interface AccessibleNode {
  role: string;
  name: string;
  description: string;
  value: string;
  /** States and properties that hold: `disabled`, `checked`, `expanded`, `invalid`, `required`, `level`, `live` … */
  states: Record<string, string | number | boolean>;
  children: AccessibleNode[];
}

/** True of nothing: said for every control, so it tells nothing when absent or false. */
const noise = new Set([
  'focusable',
  'editable',
  'settable',
  'multiline',
  'readonly',
  'labelledby',
  'describedby',
  'controls',
  'url',
  'focused',
  'hasPopup',
]);

/** Nodes without a meaning of their own: what is inside them counts as inside their parent. */
const transparent = new Set(['none', 'generic', 'InlineTextBox', 'LineBreak', 'ListMarker', 'LabelText']);

/** A tree of Chromium's `Accessibility.getFullAXTree`, without what only an engine cares about. */
export function accessibleTree(nodes: readonly Protocol.Accessibility.AXNode[], top: Protocol.Accessibility.AXNode): AccessibleNode[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const convert = (node: Protocol.Accessibility.AXNode): AccessibleNode[] => {
    const children = (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? convert(child) : [];
    });
    const role = String(node.role?.value ?? 'none');
    if (node.ignored || transparent.has(role)) return children;
    return [{ ...accessibleNode(node), children }];
  };
  return convert(top);
}

/** One node of Chromium's tree, without its children. */
export function accessibleNode(node: Protocol.Accessibility.AXNode): AccessibleNode {
  const states: AccessibleNode['states'] = {};
  for (const { name, value } of node.properties ?? []) {
    if (noise.has(name) || value.value === false || value.value === 'false' || value.value === undefined) continue;
    states[name] = value.value as string | number | boolean;
  }
  return {
    role: String(node.role?.value ?? 'none'),
    name: words(node.name),
    description: words(node.description),
    value: words(node.value),
    states,
    children: [],
  };
}

function words(value: Protocol.Accessibility.AXValue | undefined): string {
  return String(value?.value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
