/**
 * The step diagram as a graph without loops: its nodes are keyed by (step, node), its links run from one step to
 * the next. Small nodes of a step are drawn as one. Pure; geometry is left to the chart.
 */
import { ENTRY, type StepRow } from '@holloway/protocol';

export interface StepNode {
  readonly key: string;
  /** 0 is the entry. */
  readonly step: number;
  /** `null` where small nodes are drawn as one. */
  readonly node: string | null;
  readonly members: readonly string[];
  readonly arrived: number;
  readonly left: number;
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

const keyOf = (step: number, node: string | null): string => `${step}\u0001${node ?? ''}`;

function arrivalsByStep(rows: readonly StepRow[]): Map<number, Map<string, number>> {
  const steps = new Map<number, Map<string, number>>();
  for (const { step, to, n } of rows) {
    const nodes = steps.get(step) ?? new Map<string, number>();
    steps.set(step, nodes.set(to, (nodes.get(to) ?? 0) + n));
  }
  return steps;
}

/**
 * @param lastStep How many steps to draw.
 * @param perStep How many nodes of a step to draw by name.
 */
export function stepDiagram(rows: readonly StepRow[], lastStep: number, perStep: number): StepDiagram {
  const drawn = rows.filter(({ step }) => step <= lastStep);
  const named = new Set<string>([keyOf(0, ENTRY)]);
  for (const [step, nodes] of arrivalsByStep(drawn)) {
    const largest = [...nodes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    // One left over is drawn by its name: "1 more" would take the same room.
    const room = largest.length === perStep + 1 ? perStep + 1 : perStep;
    for (const [node] of largest.slice(0, room)) named.add(keyOf(step, node));
  }
  const place = (step: number, node: string): string =>
    named.has(keyOf(step, node)) ? keyOf(step, node) : keyOf(step, null);

  const nodes = new Map<string, { step: number; members: Set<string>; arrived: number; left: number }>();
  const links = new Map<string, StepLink>();
  const at = (key: string, step: number, node: string) => {
    const known = nodes.get(key) ?? { step, members: new Set<string>(), arrived: 0, left: 0 };
    known.members.add(node);
    nodes.set(key, known);
    return known;
  };
  for (const { step, from, to, n } of drawn) {
    const source = place(step - 1, from);
    const target = place(step, to);
    at(source, step - 1, from).left += n;
    at(target, step, to).arrived += n;
    const link = `${source}\u0002${target}`;
    links.set(link, { source, target, n: (links.get(link)?.n ?? 0) + n });
  }
  return {
    nodes: [...nodes].map(([key, { step, members, arrived, left }]) => ({
      key,
      step,
      node: named.has(key) ? ([...members][0] ?? null) : null,
      members: [...members],
      arrived,
      left,
    })),
    links: [...links.values()],
  };
}
