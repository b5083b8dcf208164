/** Draws the diagram of steps. A node that is pressed shows what runs through it. */
import { sankey } from 'd3-sankey';
import { useState } from 'preact/hooks';
import { formatCount } from '../model/format.ts';
import type { StepDiagram, StepLink, StepNode } from '../model/step-diagram.ts';
import { useWidth } from '../ui/use-width.ts';
import '../style/steps.css';
import { t, tn } from '../words/words.ts';

interface StepsProps {
  readonly diagram: StepDiagram;
  readonly name: (node: StepNode) => string;
}

const NODE_WIDTH = 10;
const STEP_WIDTH = 192;
/** For a name as long as `shorten` leaves it, and a count of five digits. */
const LABEL_ROOM = 196;
const HEAD = 28;
const NODE_ROOM = 48;

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
    .nodePadding(17)
    .extent([
      [1, HEAD],
      [drawn - LABEL_ROOM, height - 4],
    ])({
    nodes: diagram.nodes.map((node) => ({ ...node })),
    links: diagram.links.map((link) => ({ ...link, value: link.n })),
  });
  const keyOf = (end: unknown): string => (end as StepNode).key;
  return (
    <div class="steps" ref={frame} style={{ minBlockSize: `${height}px` }}>
      {width > 0 && (
        <svg width={drawn} height={height}>
          <title>{t('Moves step by step')}</title>
          {Array.from({ length: steps + 1 }, (_, step) => {
            const x = nodes.find((node) => node.step === step)?.x0 ?? 0;
            return (
              <text key={step} class="tick" x={x} y={14}>
                {step === 0 ? t('Start') : t('Page {n}', { n: step })}
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
                  d={curve({
                    from: link.source as Drawn,
                    to: link.target as Drawn,
                    y0: link.y0,
                    y1: link.y1,
                  })}
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
                <rect class="hit" x={x0} y={(y0 + y1) / 2 - 12} width={LABEL_ROOM} height="24" />
              </g>
            );
          })}
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: drawn text takes no focus, and its button names it */}
          <g class="node-labels" aria-hidden="true">
            {nodes.map((node) => (
              <text
                key={node.key}
                x={(node.x1 ?? 0) + 7}
                y={((node.y0 ?? 0) + (node.y1 ?? 0)) / 2}
                dy="0.35em"
              >
                {shorten(name(node))} <tspan>{formatCount(Math.max(node.arrived, node.left))}</tspan>
              </text>
            ))}
          </g>
        </svg>
      )}
    </div>
  );
}

type Drawn = { readonly x0?: number; readonly x1?: number };

interface Curve {
  readonly from: Drawn;
  readonly to: Drawn;
  readonly y0?: number | undefined;
  readonly y1?: number | undefined;
}

/** Leaves one node level and arrives level at the other. */
function curve({ from: { x1: left = 0 }, to: { x0: right = 0 }, y0 = 0, y1 = 0 }: Curve): string {
  const middle = (left + right) / 2;
  return `M${left} ${y0}C${middle} ${y0} ${middle} ${y1} ${right} ${y1}`;
}

/** Largest first, what is drawn as one at the foot. */
const rank = (node: StepNode): number => (node.node === null ? -1 : Math.max(node.arrived, node.left));

/** Too long a path keeps its last part. */
function shorten(name: string): string {
  const last = name.length > 17 ? (name.split(' / ').at(-1) ?? name) : name;
  return last.length > 17 ? `${last.slice(0, 16)}…` : last;
}

const describe = ({ step, arrived, left }: StepNode, name: string): string =>
  step === 0
    ? tn(left, '{name}: {n} visit', '{name}: {n} visits', { name })
    : t('Page {step}, {name}: {arrived} arrived, {left} went on', {
        step,
        name,
        arrived: formatCount(arrived),
        left: formatCount(left),
      });
