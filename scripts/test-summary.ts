/** A vitest reporter that leaves `<passed> <failed> <skipped>` in a file, for scripts that must tell the outcome. */
import { writeFileSync } from 'node:fs';
import type { Reporter } from 'vitest/node';

export function testSummary(file: string): Reporter {
  return {
    onTestRunEnd(modules, unhandledErrors) {
      const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
      for (const module of modules) {
        // A file or suite that breaks outside its tests fails without a failed test.
        count.failed += module.errors().length;
        for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
        for (const test of module.children.allTests()) count[test.result().state] += 1;
      }
      writeFileSync(file, `${count.passed} ${count.failed + count.pending} ${count.skipped}\n`);
    },
  };
}
