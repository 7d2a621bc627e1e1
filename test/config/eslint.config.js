import { fileURLToPath } from 'node:url';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What depends on the clock, chance, locale or host, or brings floats onto the score path. */
const restrictedProperties = [
  {
    object: 'Math',
    property: 'round',
    message: 'Round with number/, by the rule the policy names.',
  },
  { object: 'Math', property: 'random', message: 'Same input, same bytes: pass a seed in.' },
  { object: 'Date', property: 'now', message: 'No clock in the core: pass `asOf` in.' },
  { object: 'Number', property: 'parseFloat', message: 'Read decimal text with number/.' },
  { property: 'toFixed', message: 'Write decimal text with number/.' },
  {
    property: 'localeCompare',
    message: 'Compare code units: the order must not depend on a locale.',
  },
];

const restrictedGlobals = [
  { name: 'parseFloat', message: 'Read decimal text with number/.' },
  { name: 'process', message: 'The core runs in browsers and workers too.' },
  { name: 'console', message: 'The core does no I/O: return an issue.' },
];

const restrictedSyntax = [
  {
    selector: ':matches(NewExpression, CallExpression)[callee.name="Date"][arguments.length=0]',
    message: 'No clock in the core: pass `asOf` in.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  { selector: 'TSModuleDeclaration', message: 'Use a module: one file, named exports.' },
  { selector: 'ExportDefaultDeclaration', message: 'Name the export.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Name the export.' },
];

export default defineConfig(
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'test/config/tsconfig.json'],
        tsconfigRootDir: fileURLToPath(new URL('../..', import.meta.url)),
      },
    },
    rules: {
      'max-params': ['error', 4],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A number or a bigint has one decimal text in every runtime and locale.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-globals': ['error', ...restrictedGlobals],
      'no-restricted-properties': ['error', ...restrictedProperties],
      'no-restricted-syntax': ['error', ...restrictedSyntax],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
    },
  },
  {
    // Tests read JSON fixtures and feed documents that are wrong on purpose.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
