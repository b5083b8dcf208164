/**
 * In which order vitest begins the files of tests: those that take a minute and more first. One that begins last would keep
 * a core busy by itself when all others are done; vitest, which remembers how long each took, knows nothing on a fresh clone.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Of files of e2e/, the longest first, as they took on a fresh clone. */
export const LONG: readonly string[] = [
  'start',
  'screens/screens',
  'attacks/canaries',
  'consent/rules',
  'gate/gate',
  'banner',
  'layout',
  'spine',
  'truth/reports',
  'truth/replay',
  'attacks/shown',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = LONG.findIndex((name) => moduleId.endsWith(`/e2e/${name}.test.ts`));
  return place < 0 ? LONG.length : place;
};

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
