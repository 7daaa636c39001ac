import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Module } from 'custom-elements-manifest/schema.d.ts';
import { publishedModule } from './manifests.ts';

test('what is published of an element is what a page may use, at the path it has in the package', () => {
  const members = (['value', '#value', '_value', 'connectedCallback', 'hasUpdated'] as const).map((name) => ({
    kind: 'field' as const,
    name,
  }));
  const module: Module = {
    kind: 'javascript-module',
    path: 'packages/elements/src/tag/tag.ts',
    declarations: [
      {
        kind: 'class',
        name: 'CouncilTag',
        tagName: 'council-tag',
        customElement: true,
        members: [
          ...members,
          { kind: 'method', name: 'focus' },
          { kind: 'method', name: 'sync', privacy: 'protected' },
          { kind: 'field', name: 'queue', privacy: 'private' },
          { kind: 'field', name: 'councilKitVersion', static: true },
        ],
      } as NonNullable<Module['declarations']>[number],
    ],
  };
  const { path, declarations } = publishedModule('elements', module);
  assert.equal(path, 'dist/tag/tag.js');
  const [element] = declarations ?? [];
  assert.deepEqual(element?.kind === 'class' && element.members?.map(({ name }) => name), ['value', 'focus']);
});
