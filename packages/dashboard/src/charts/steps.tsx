/** Draws the diagram of steps. A node that is pressed shows what runs through it. */
import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { useState } from 'preact/hooks';
import { formatCount } from '../model/format.ts';
import type { StepDiagram, StepLink, StepNode } from '../model/step-diagram.ts';
import { useWidth } from '../ui/use-width.ts';

interface StepsProps {
  readonly diagram: StepDiagram;
  readonly name: (node: StepNode) => string;
}

const NODE_WIDTH = 10;
const STEP_WIDTH = 168;
const LABEL_ROOM = 132;
const HEAD = 28;
const NODE_ROOM = 40;

export function Steps({ diagram, name }: StepsProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [chosen, setChosen] = useState<string | null>(null);
  const steps = Math.max(0, ...diagram.nodes.map(({ step }) => step));
  const perStep = Math.max(
    1,
    ...Array.from(
      { length: steps + 1 },
      (_, step) => diagram.nodes.filter((node) => node.step === step).length,
    ),
  );
  const height = HEAD + Math.max(240, perStep * NODE_ROOM);
  const drawn = Math.max(width, steps * STEP_WIDTH + LABEL_ROOM);
  const { nodes, links } = sankey<StepNode, StepLink>()
    .nodeId((node) => node.key)
    .nodeAlign((node) => node.step)
    .nodeSort((a, b) => rank(b) - rank(a))
    .nodeWidth(NODE_WIDTH)
    .nodePadding(18)
    .extent([
      [1, HEAD],
      [drawn - LABEL_ROOM, height - 4],
    ])({
    nodes: diagram.nodes.map((node) => ({ ...node })),
    links: diagram.links.map((link) => ({ ...link, value: link.n })),
  });
  const path = sankeyLinkHorizontal<StepNode, StepLink>();
  const keyOf = (end: unknown): string => (end as StepNode).key;
  return (
    <div class="steps" ref={frame} style={{ minBlockSize: `${height}px` }}>
      {width > 0 && (
        <svg width={drawn} height={height}>
          <title>Moves step by step</title>
          {Array.from({ length: steps + 1 }, (_, step) => {
            const x = nodes.find((node) => node.step === step)?.x0 ?? 0;
            return (
              <text key={step} class="tick" x={x} y={14}>
                {step === 0 ? 'Start' : `Page ${step}`}
              </text>
            );
          })}
          <g fill="none">
            {links.map((link) => {
              const through = chosen === keyOf(link.source) || chosen === keyOf(link.target);
              return (
                <path
                  key={`${keyOf(link.source)} ${keyOf(link.target)}`}
                  class={through ? 'flow chosen' : chosen === null ? 'flow' : 'flow dimmed'}
                  d={path(link) ?? ''}
                  stroke-width={Math.max(1, link.width ?? 1)}
                />
              );
            })}
          </g>
          {nodes.map((node) => {
            const { x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = node;
            const pressed = node.key === chosen;
            const toggle = (): void => setChosen(pressed ? null : node.key);
            return (
              // biome-ignore lint/a11y/useSemanticElements: HTML buttons cannot stand inside a drawing
              <g
                key={node.key}
                class="step-node"
                role="button"
                tabIndex={0}
                aria-pressed={pressed}
                aria-label={describe(node, name(node))}
                onClick={toggle}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return;
                  event.preventDefault();
                  toggle();
                }}
              >
                <rect
                  class={pressed ? 'mark chosen' : 'mark'}
                  x={x0}
                  y={y0}
                  width={x1 - x0}
                  height={Math.max(1, y1 - y0)}
                  rx="2"
                />
                <text class="node-name" x={x1 + 7} y={(y0 + y1) / 2} dy="-0.1em">
                  {shorten(name(node))}
                </text>
                <text class="tick" x={x1 + 7} y={(y0 + y1) / 2} dy="1.1em">
                  {formatCount(Math.max(node.arrived, node.left))}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}

/** Largest first, what is drawn as one at the foot. */
const rank = (node: StepNode): number => (node.node === null ? -1 : Math.max(node.arrived, node.left));

const shorten = (name: string): string => (name.length > 18 ? `${name.slice(0, 17)}…` : name);

const describe = ({ step, arrived, left }: StepNode, name: string): string =>
  step === 0
    ? `${name}: ${formatCount(left)} visits`
    : `Page ${step}, ${name}: ${formatCount(arrived)} arrived, ${formatCount(left)} went on`;
