/**
 * The step diagram as a graph without loops: its nodes are keyed by (step, node), its links run from one step to
 * the next. Small nodes of a step are drawn as one. Pure; geometry is left to the chart.
 */
import type { StepRow } from '@holloway/protocol';
import { placeKey, type StepBalance } from './step-balance.ts';
import { type Place, writePlace } from './step-place.ts';

/** With came + unseen = went on + rest, as in its balance. Of the last step drawn, what went on leads out of the picture. */
export interface StepNode extends Omit<StepBalance, 'node'>, Place {
  /** As the address says it. */
  readonly key: string;
  readonly members: readonly string[];
}

export interface StepLink {
  readonly source: string;
  readonly target: string;
  readonly n: number;
}

export interface StepDiagram {
  readonly nodes: readonly StepNode[];
  readonly links: readonly StepLink[];
}

function byStep(balances: Iterable<StepBalance>): Map<number, StepBalance[]> {
  const steps = new Map<number, StepBalance[]>();
  for (const balance of balances) steps.set(balance.step, [...(steps.get(balance.step) ?? []), balance]);
  return steps;
}

const sizeOf = ({ came, unseen }: Pick<StepBalance, 'came' | 'unseen'>): number => came + unseen;

interface Drawing {
  /** How many steps to draw. */
  readonly lastStep: number;
  /** How many nodes of a step to draw by name. */
  readonly perStep: number;
  /** Drawn by its name, however small. */
  readonly named?: Place | null;
}

/** @param balances Of the same rows. */
export function stepDiagram(
  rows: readonly StepRow[],
  balances: ReadonlyMap<string, StepBalance>,
  { lastStep, perStep, named: asked = null }: Drawing,
): StepDiagram {
  const drawn = rows.filter(({ step }) => step <= lastStep);
  const shown = [...balances.values()].filter(({ step }) => step <= lastStep);
  const named = new Set<string>(asked === null ? [] : [writePlace(asked)]);
  for (const [step, nodes] of byStep(shown)) {
    const largest = nodes.sort((a, b) => sizeOf(b) - sizeOf(a) || (a.node < b.node ? -1 : 1));
    // One left over is drawn by its name: "1 more" would take the same room.
    const room = largest.length === perStep + 1 ? perStep + 1 : perStep;
    for (const { node } of largest.slice(0, room)) named.add(placeKey(step, node));
  }
  const place = (step: number, node: string): Place => ({
    step,
    node: named.has(placeKey(step, node)) ? node : null,
  });

  const nodes = new Map<string, StepNode>();
  for (const { step, node, ...own } of shown) {
    const at = place(step, node);
    const key = writePlace(at);
    const known = nodes.get(key) ?? { ...at, key, members: [], came: 0, unseen: 0, wentOn: 0, rest: 0 };
    nodes.set(key, {
      ...known,
      members: [...known.members, node],
      came: known.came + own.came,
      unseen: known.unseen + own.unseen,
      wentOn: known.wentOn + own.wentOn,
      rest: known.rest + own.rest,
    });
  }
  const links = new Map<string, StepLink>();
  for (const { step, from, to, n } of drawn) {
    const source = writePlace(place(step - 1, from));
    const target = writePlace(place(step, to));
    const link = `${source}\u0002${target}`;
    links.set(link, { source, target, n: (links.get(link)?.n ?? 0) + n });
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}
