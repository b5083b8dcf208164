/**
 * Which arm of a layout test a browser is in: drawn by chance, once, and kept as its name alone, the same for thousands of
 * people. Pure.
 */
import type { ExperimentArm, RunningExperiment } from '@holloway/protocol';

/** Names of arms by the ids of their tests. */
export type Arms = ReadonlyMap<string, string>;

/** @param random In [0, 1). */
export function drawArm(arms: readonly ExperimentArm[], random: number): string {
  let left = random * arms.reduce((sum, { share }) => sum + share, 0);
  const drawn = arms.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  return drawn?.name ?? '';
}

/** @param text As it is kept: `hero=b grid=a`. What is no arm of a test that runs is left out. */
export function readArms(text: string | null, tests: readonly RunningExperiment[]): Arms {
  const kept = new Map((text ?? '').split(' ').map((pair) => pair.split('=') as [string, string]));
  return new Map(
    tests.flatMap(({ id, arms }) => {
      const arm = arms.find(({ name }) => name === kept.get(id));
      return arm ? [[id, arm.name]] : [];
    }),
  );
}

export const writeArms = (arms: Arms): string => [...arms].map((pair) => pair.join('=')).join(' ');
