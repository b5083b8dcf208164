import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../traffic/random.ts';
import { MARK } from './hostile.ts';
import { createDraw, type Drawn } from './requests.ts';
import { type Answer, run, sendTo } from './run.ts';
import { drawShape, judgeSaid, type Said, type Shape, say } from './sockets.ts';
import { openTarget, type Target } from './target.ts';

/** A handful; a million are asked by `npm run bench -- fuzz`. */
const INPUTS = 2_000;
const SHAPES = 150;

let target: Target;
beforeAll(async () => {
  target = await openTarget();
}, 60_000);
afterAll(() => target.stop());

const drawer = async (seed: number) =>
  createDraw({
    description: target.description,
    ...(await target.signIn()),
    nowMs: Date.now(),
    random: seededRandom(seed),
  });

describe('the collector', () => {
  it('answers whatever it is asked, never with an error of its own, nor with a value', {
    timeout: 120_000,
  }, async () => {
    const send = sendTo(target.collector.fetch, target.collector.url);
    const { findings, routes, byStatus } = await run(INPUTS, await drawer(1), send);
    expect(findings).toEqual([]);
    expect(target.unforeseen).toEqual([]);
    // Not only its doors: what lies behind them was reached, and something of it was counted.
    const described = Object.values(target.description.paths).flatMap((methods) => Object.keys(methods));
    expect(routes.size).toBeGreaterThan(described.length * 0.95);
    for (const status of [200, 204, 400, 401, 403, 404, 413]) expect(byStatus.get(status)).toBeGreaterThan(0);
  });

  it('takes no bytes of a connection for a request that nobody sent', { timeout: 60_000 }, async () => {
    const random = seededRandom(1);
    const port = Number(new URL(target.collector.url).port);
    for (let i = 0; i < SHAPES; i += 10) {
      const shapes = Array.from({ length: 10 }, () => drawShape(random));
      const said = await Promise.all(shapes.map((shape) => say(port, shape)));
      expect(
        shapes.flatMap((shape, at) => {
          const finding = judgeSaid(shape, said[at] as Said);
          return finding === null ? [] : [`${shape.name}: ${finding}`];
        }),
      ).toEqual([]);
    }
    expect(target.unforeseen).toEqual([]);
    expect((await fetch(`${target.collector.url}/healthz`)).status).toBe(200);
  });
});

describe('what is asked', () => {
  it('is the same for the same seed, and not for another', async () => {
    const first = async (seed: number): Promise<Drawn[]> => {
      const draw = createDraw({
        description: target.description,
        credentials: [{}],
        throwaway: [{}],
        nowMs: 0,
        random: seededRandom(seed),
      });
      return Array.from({ length: 200 }, draw);
    };
    expect(await first(7)).toEqual(await first(7));
    expect(await first(7)).not.toEqual(await first(8));
  });
});

describe('a collector with a fault is found out that', () => {
  const faulty = async (answer: (drawn: Drawn) => Answer) => {
    const { findings } = await run(2_000, await drawer(2), async (drawn) => answer(drawn));
    return new Set(findings.map(({ what }) => what));
  };

  it('breaks at something', async () => {
    const bodyOf = ({ body }: Drawn): string => new TextDecoder().decode(body ?? undefined);
    expect(
      await faulty((drawn) => ({ status: bodyOf(drawn).includes('__proto__') ? 500 : 400, text: '' })),
    ).toEqual(new Set(['a 5xx that is none of ours']));
  });

  it('repeats a value', async () => {
    expect(
      await faulty(({ path }) => ({ status: 404, text: `nothing at ${decodeURI(encodeURI(path))}` })),
    ).toEqual(new Set(['a value in an answer']));
  });

  it('does not answer', async () => {
    expect(
      await faulty(({ body }) => {
        if ((body?.length ?? 0) > 16_384) throw new Error('it is gone');
        return { status: 400, text: '' };
      }),
    ).toEqual(new Set(['no answer']));
  });

  it('takes what is hidden in a body for a request', () => {
    const shape: Shape = { name: 'two lengths', bytes: Buffer.alloc(0), mostAnswers: 0 };
    const hidden = { statuses: [400, 200], text: '' };
    expect(judgeSaid(shape, hidden)).toBe('more answers than requests');
    expect(judgeSaid({ ...shape, mostAnswers: 1 }, hidden)).toBeNull();
    expect(judgeSaid(shape, { statuses: [400], text: MARK })).toBe('a value in an answer');
    expect(judgeSaid(shape, { statuses: [500], text: '' })).toBe('a 5xx that is none of ours');
  });
});
