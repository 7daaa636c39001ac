import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { contrastProblems, contrastRatio, measureContrast, unpairedColours } from './contrast.ts';
import { pairings } from './pairings.ts';
import { resolveTheme, type ResolvedTheme } from './resolve.ts';
import { readDefaultTheme, type SourceTokens } from './source.ts';

let source: SourceTokens;
let theme: ResolvedTheme;
before(async () => {
  source = await readDefaultTheme();
  theme = await resolveTheme(source);
});

suite('contrast', () => {
  // The published figures of WCAG’s own examples: https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum
  for (const [one, other, ratio] of [
    ['#000000', '#ffffff', 21],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#949494', '#ffffff', 3.03],
    ['#ff0000', '#ffffff', 4],
    ['#ffffff', '#ffffff', 1],
  ] as const) {
    test(`of ${one} on ${other} is ${String(ratio)}:1, either way round`, () => {
      assert.equal(Math.round(contrastRatio(one, other) * 100) / 100, ratio);
      assert.equal(contrastRatio(one, other), contrastRatio(other, one));
    });
  }
});

suite('the default theme', () => {
  test('passes the gate', () => {
    assert.deepEqual(contrastProblems('default', theme), []);
  });

  test('has a pairing for every colour that reaches CSS, and fails when one is taken away', () => {
    assert.deepEqual(unpairedColours(theme), []);
    const without = pairings.filter(({ foreground, background }) => foreground !== 'tag.pink-text' && background !== 'tag.pink-background');
    assert.deepEqual(unpairedColours(theme, without), ['tag.pink-background', 'tag.pink-text']);
    assert.match(contrastProblems('default', theme, without).join('\n'), /the colour “tag\.pink-text” is in no pairing/);
  });

  test('fails when a new component colour comes without a pairing', async () => {
    const grown = new Map(source).set('button.glow', {
      path: 'button.glow',
      layer: 'component',
      type: 'color',
      value: '#ffffff',
      modes: {},
    });
    assert.match(contrastProblems('default', await resolveTheme(grown)).join('\n'), /the colour “button\.glow” is in no pairing/);
  });

  test('stops when a pairing names a token that is gone', () => {
    assert.throws(
      () => measureContrast(theme, [{ foreground: 'button.gone', background: 'colour.background', need: 'text' }]),
      /“button\.gone”/,
    );
  });

  test('gives readers who ask for more contrast 7:1 for text and 4.5:1 for the rest (WCAG 1.4.6)', () => {
    const lacking = measureContrast(theme)
      .filter(({ mode }) => mode === 'contrast' || mode === 'dark-contrast')
      .filter(
        ({ pairing }) =>
          pairing.need !== 'inactive' && !String(pairing.foreground).startsWith('map.') && !pairing.background.startsWith('map.'),
      )
      .filter(({ pairing, ratio }) => ratio < (pairing.need === 'text' ? 7 : 4.5))
      .map(({ mode, pairing, ratio }) => `${mode}: ${String(pairing.foreground)} on ${pairing.background} ${ratio.toFixed(2)}`);
    assert.deepEqual(lacking, []);
  });

  test('does not use the colours of GOV.UK, which councils may not', () => {
    const theirs = [
      '#1d70b8',
      '#00703c',
      '#0f7a52',
      '#1a65a6',
      '#ffdd00',
      '#0b0c0c',
      '#003078',
      '#4c2c92',
      '#d4351c',
      '#ca3535',
      '#f3f2f1',
      '#b1b4b6',
      '#505a5f',
      '#484949',
    ];
    for (const mode of Object.values(theme)) {
      for (const { path, value } of mode.values()) assert.ok(!theirs.includes(value), `${path} is ${value}`);
    }
  });
});
