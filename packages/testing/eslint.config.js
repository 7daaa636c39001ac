import js from '@eslint/js';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';
import { floors } from './floors.js';

const everyPackage = Object.keys(floors);

/** What a package may not import: everything that is not below it in the house (docs/architecture.md). */
const floorRules = everyPackage.map((name) => ({
  files: [`packages/${name}/src/**/*.ts`],
  ignores: ['**/*.test.ts', '**/*.stories.ts', '**/*.fixture.ts', '**/testing/**'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          ...everyPackage
            .filter((other) => other !== name && !floors[name].includes(other))
            .map((other) => ({
              group: [`@council-kit/${other}`, `@council-kit/${other}/*`],
              message: `packages/${name} stands on ${floors[name].join(', ') || 'nothing'}: see docs/architecture.md.`,
            })),
          { regex: `^@council-kit/${name}(/|$)`, message: 'Inside a package, import by relative path.' },
          { regex: '^\\.\\./.*packages/', message: 'Import another package by its name.' },
        ],
      },
    ],
  },
}));

/** A front end installs no server: the browser half of a service never reaches into its server half. */
const halves = {
  files: ['packages/*/src/**/*.ts'],
  ignores: [
    'packages/embed/src/lit.ts',
    'packages/*/src/server/**',
    'packages/{gateway,sandbox,demo,testing,bench,tokens}/**',
    '**/*.test.ts',
  ],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '/server/|^@council-kit/[a-z]+/server$|^@council-kit/gateway|^node:',
            message: 'The browser half never imports the server half.',
          },
          {
            group: ['lit'],
            importNames: ['render'],
            message: 'Import render from @council-kit/core: it knows pages that a browser has translated.',
          },
          { group: ['lit/decorators.js'], message: 'Properties are said in `static properties`: see CONTRIBUTING.md.' },
        ],
      },
    ],
  },
};

export default ts.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/*.d.ts', '**/.data/**'] },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    files: ['packages/*/src/**/*.ts'],
    ...wc.configs['flat/best-practice'],
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  {
    files: ['packages/*/src/**/*.ts', '.storybook/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { project: false },
    },
    rules: {
      ...litA11y.configs.recommended.rules,
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'wc/guard-super-call': 'off',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], languageOptions: { globals: { ...globals.node } } },
  halves,
  ...floorRules,
);
