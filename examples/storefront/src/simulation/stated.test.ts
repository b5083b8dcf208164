import { createLedger } from '@holloway/sdk/visit';
import { describe, expect, it } from 'vitest';
import type { SimulatedBrowser } from './browser-visit.ts';
import { drawTaste } from './mind.ts';
import { createRandom } from './random.ts';
import { createWill, IN_FASHION } from './stated.ts';

const random = createRandom(1);
const browser = (visits = 0): SimulatedBrowser =>
  ({ ledger: createLedger(), taste: drawTaste(random), visits }) as SimulatedBrowser;

/** Of so many new browsers, what each states, as `colour damson`. */
const answersOn = (day: number): string[][] => {
  const will = createWill(7, 0);
  return Array.from({ length: 5_000 }, () =>
    Object.values(will.of(browser(), day)).map(([, dimensions]) => dimensions.join(' ')),
  );
};
const damson = (answers: string[][]): number => {
  const colours = answers.flat().filter((answer) => answer.startsWith('colour '));
  return colours.filter((answer) => answer === `colour ${IN_FASHION.colour}`).length / colours.length;
};

describe('what simulated visitors state', () => {
  it('is nothing of most, and of nobody who comes again', () => {
    const said = answersOn(0).filter((answers) => answers.length > 0).length;
    expect(said / 5_000).toBeCloseTo(0.08, 1);
    expect(createWill(7, 0).of(browser(1), 0)).toEqual({});
  });

  it('has the colour that came into fashion more often from its day on, and not before', () => {
    const [early, late] = [IN_FASHION.afterDays - 1, IN_FASHION.afterDays].map((day) =>
      damson(answersOn(day)),
    );
    expect(early).toBeLessThan(0.18);
    expect(late).toBeGreaterThan((early ?? 1) + 0.1);
  });
});
