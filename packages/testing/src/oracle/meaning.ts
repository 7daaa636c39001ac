import type { CDPSession, Page } from 'playwright-core';
import { accessibleTree, type AccessibleNode } from '../browsers/accessibility-nodes.ts';

/**
 * What a piece of HTML means, as lines: what assistive technology is told (role, name, description, value, states),
 * what the browser is told of each control and link, and what its form submits. Two pieces that mean the same give the same lines.
 */
export async function meaningOf(html: string, page: Page, devtools: CDPSession): Promise<string[]> {
  await page.setContent(`<!doctype html><html lang="en"><title>Fixture</title><body><form>${html}</form>`);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const top = nodes.find(({ parentId }) => parentId === undefined);
  if (!top) throw new Error('the page has no accessibility tree');
  const spoken = accessibleTree(nodes as never, { ...top, ignored: true } as never).flatMap((node) => linesOf(node, ''));
  return [...spoken, ...(await page.evaluate(told))];
}

/** Names come from the text inside these: the text again would be the same thing said twice. */
const namedByContent = new Set(['link', 'button', 'heading', 'Legend', 'option', 'DisclosureTriangle', 'term']);

function linesOf(node: AccessibleNode, parent: string): string[] {
  if (node.role === 'StaticText') return node.name === '' ? [] : [`${within(parent)}text “${node.name}”`];
  const states = Object.entries(node.states)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, value]) => (value === true || value === 'true' ? name : `${name}=${value}`));
  const parts = [
    node.role,
    node.name && `“${node.name}”`,
    node.description && `described “${node.description}”`,
    node.value && `value “${node.value}”`,
    states.length > 0 && `(${states.join(', ')})`,
  ];
  const inside = namedByContent.has(node.role) ? node.children.filter(({ role }) => role !== 'StaticText') : joinTexts(node.children);
  return [within(parent) + parts.filter(Boolean).join(' '), ...inside.flatMap((child) => linesOf(child, node.role))];
}

/** Texts side by side are read as one, however the markup cuts them. */
function joinTexts(children: readonly AccessibleNode[]): AccessibleNode[] {
  const joined: AccessibleNode[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.role === 'StaticText' && last?.role === 'StaticText')
      last.name = `${last.name} ${child.name}`.replace(/\s+([.,:;])/g, '$1').trim();
    else joined.push({ ...child });
  }
  return joined;
}

function within(parent: string): string {
  return parent === '' ? '' : `${parent} › `;
}

/** Runs in the page: what the browser is told beside the accessibility tree. */
function told(): string[] {
  const attributes = {
    'input, textarea, select, button, option':
      'id type name value autocomplete autocapitalize inputmode pattern spellcheck maxlength rows multiple accept disabled checked selected required',
    'a, form button': 'href hreflang lang rel target formnovalidate',
    '[tabindex], [role]': 'tabindex role',
    '[lang], [dir]': 'lang dir',
    label: 'for',
  };
  const lines: string[] = [];
  for (const [selector, names] of Object.entries(attributes)) {
    for (const element of document.querySelectorAll(`form :is(${selector})`)) {
      const given = names.split(' ').filter((name) => element.hasAttribute(name));
      if (given.length > 0)
        lines.push(`<${element.localName}> ${given.map((name) => `${name}=“${element.getAttribute(name)}”`).join(' ')}`);
    }
  }
  const form = document.querySelector('form');
  for (const [name, value] of form ? new FormData(form) : [])
    lines.push(`submits ${name}=${typeof value === 'string' ? value : value.name}`);
  return [...lines];
}
