/**
 * `npm run bench -- fuzz`: every route of the collector, asked for a million things that nobody should ask. It must answer
 * each, never with an error of its own nor with what it was sent, and take no more memory for it. A handful of it is in
 * `npm test`. The seed is printed: the same one asks the same.
 */
import type { Figure } from '../figure.ts';
import { memory } from '../load/heap.ts';
import { seededRandom } from '../traffic/random.ts';
import { createDraw } from './requests.ts';
import { type Finding, run, sendTo } from './run.ts';
import { drawShape, judgeSaid, say as sayTo } from './sockets.ts';
import { openTarget, type Target } from './target.ts';

const INPUTS = { long: 1_000_000, quick: 20_000 };
const SHAPES = { long: 20_000, quick: 1_000 };
/** Of the same sessions; some end by what is asked. */
const INPUTS_A_SIGN_IN = 10_000;
const CONNECTIONS = 16;
/** What is left after the first half has filled whatever may be filled. */
const MOST_GROWTH_MB = 30;

async function overSockets(target: Target, shapes: number, random: () => number): Promise<string[]> {
  const port = Number(new URL(target.collector.url).port);
  const findings: string[] = [];
  let left = shapes;
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const shape = drawShape(random);
      const finding = judgeSaid(shape, await sayTo(port, shape));
      if (finding !== null) findings.push(`${shape.name}: ${finding}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  const alive = await fetch(`${target.collector.url}/healthz`);
  if (alive.status !== 200) findings.push(`afterwards /healthz is answered ${alive.status}`);
  return findings;
}

const inWords = ({ what, drawn, status }: Finding): string =>
  `${what} (${status ?? 'none'}): ${drawn.method} ${drawn.route}`;

export async function benchFuzz(
  quick: boolean,
  say: (line: string) => void,
  seed = Number(process.env.HOLLOWAY_SEED ?? 2026),
): Promise<Figure[]> {
  const [inputs, shapes] = quick ? [INPUTS.quick, SHAPES.quick] : [INPUTS.long, SHAPES.long];
  const random = seededRandom(seed);
  const target = await openTarget();
  const { collector, description, unforeseen } = target;
  const findings: Finding[] = [];
  const byStatus = new Map<number, number>();
  const routes = new Set<string>();
  const begun = performance.now();
  let halfMb = 0;
  try {
    for (let done = 0; done < inputs; done += INPUTS_A_SIGN_IN) {
      if (done >= inputs / 2 && halfMb === 0) halfMb = memory().heapMb;
      const draw = createDraw({ description, ...(await target.signIn()), nowMs: Date.now(), random });
      const tried = await run(INPUTS_A_SIGN_IN, draw, sendTo(collector.fetch, collector.url));
      findings.push(...tried.findings);
      for (const [status, n] of tried.byStatus) byStatus.set(status, (byStatus.get(status) ?? 0) + n);
      for (const route of tried.routes) routes.add(route);
      if (done % 100_000 === 0) say(`fuzz: ${done + INPUTS_A_SIGN_IN} inputs, ${findings.length} findings`);
    }
    const grownMb = memory().heapMb - halfMb;
    const seconds = (performance.now() - begun) / 1000;
    const heard = await overSockets(target, shapes, random);
    for (const finding of new Set([...findings.map(inWords), ...heard])) say(`fuzz: ${finding}`);
    for (const error of unforeseen.slice(0, 10))
      say(`fuzz: unforeseen ${error instanceof Error ? error.stack : error}`);
    const answers = [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, n]) => `${status}: ${n.toLocaleString('en')}`);
    const none = { unit: '', budget: 0 };
    return [
      {
        name: 'fuzz: inputs',
        value: inputs,
        unit: '',
        detail: `seed ${seed}, ${Math.round(inputs / seconds).toLocaleString('en')} a second`,
      },
      { name: 'fuzz: routes', value: routes.size, unit: '', detail: answers.join(', ') },
      {
        name: 'fuzz: inputs without an answer',
        value: findings.filter(({ what }) => what === 'no answer').length,
        ...none,
      },
      {
        name: 'fuzz: answers 5xx but 503',
        value: findings.filter(({ status }) => (status ?? 0) >= 500).length,
        ...none,
      },
      {
        name: 'fuzz: answers that repeat a value',
        value: findings.filter(({ what }) => what === 'a value in an answer').length,
        ...none,
      },
      { name: 'fuzz: errors that nobody foresaw', value: unforeseen.length, ...none },
      {
        name: 'fuzz: heap, second half',
        value: grownMb,
        unit: 'MB more',
        budget: MOST_GROWTH_MB,
        detail: `${Math.round(halfMb)} MB after the first`,
      },
      { name: 'fuzz, over sockets: connections', value: shapes, unit: '' },
      { name: 'fuzz, over sockets: findings', value: heard.length, ...none },
    ];
  } finally {
    await target.stop();
  }
}
