/** Which tests there are, and how many run at once. What a test needs beyond that it says in its own file. */
import { defineConfig } from 'vitest/config';
import { LongFirst } from './scripts/test-order.ts';
import { testSummary } from './scripts/test-summary.ts';

const summaryFile = process.env.HOLLOWAY_TEST_SUMMARY;

export default defineConfig({
  test: {
    reporters: ['default', ...(summaryFile ? [testSummary(summaryFile)] : [])],
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'packages/*/{src,test}/**/*.test.{ts,tsx}',
            'examples/*/{src,test}/**/*.test.ts',
            'scripts/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          // Nothing is timed: a test that takes longer stands on a busy machine.
          testTimeout: 30_000,
          // Where there are two cores, vitest would use one.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Apart from the unit tests and three files at a time: each starts a collector and most a browser. Of four, two cores are so busy that
        // what takes a second by the clock of a page takes two.
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/merchandiser/prepared.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
