import { defineConfig } from 'vitest/config';

// The seed of every property test: fixed in CI, given by hand to replay a run, else left to fast-check.
const seed = process.env['FAST_CHECK_SEED'] ?? (process.env['CI'] === 'true' ? '20210408' : '');
if (seed !== '') console.info(`fast-check seed: ${seed}`);

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/config/setup.ts'],
    env: { FAST_CHECK_SEED: seed },
    reporters: ['default', ['json', { outputFile: 'build/test-results.json' }]],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: [['text', { skipFull: true }], 'html'],
      reportsDirectory: 'build/coverage',
      thresholds: { lines: 95, branches: 90 },
    },
  },
});
