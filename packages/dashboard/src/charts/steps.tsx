/**
 * Draws the diagram of steps. A stub beside a place is what does not go on from it, or is not seen to come. Of a place
 * that is pressed the moves right after it are shown, or those right before.
 */
import { sankey } from 'd3-sankey';
import { useEffect } from 'preact/hooks';
import type { Direction } from '../model/columns.ts';
import { formatCount } from '../model/format.ts';
import { restOf } from '../model/step-balance.ts';
import type { StepDiagram, StepLink, StepNode } from '../model/step-diagram.ts';
import { restName } from '../model/step-rest.ts';
import { useWidth } from '../ui/use-width.ts';
import '../style/steps.css';
import { t, tn } from '../words/words.ts';

interface StepsProps {
  readonly diagram: StepDiagram;
  readonly name: (node: StepNode) => string;
  /** Whether nothing is hidden, so that what did not go on ended. */
  readonly allShown: boolean;
  /** The key of a node. */
  readonly chosen: string | null;
  readonly direction: Direction;
  readonly onChoose: (key: string | null) => void;
}

const NODE_WIDTH = 10;
const STEP_WIDTH = 204;
const STUB_WIDTH = 12;
/** For a stub, a name as long as `shorten` leaves it, and a count of five digits. */
const LABEL_ROOM = 208;
const HEAD = 28;
const NODE_ROOM = 48;

export function Steps({ diagram, name, allShown, chosen, direction, onChoose }: StepsProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
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
  const { nodes, links: all } = sankey<StepNode, StepLink>()
    .nodeId((node) => node.key)
    .nodeAlign((node) => node.step)
    .nodeSort((a, b) => rank(b) - rank(a))
    .nodeWidth(NODE_WIDTH)
    .nodePadding(17)
    .extent([
      [1 + STUB_WIDTH, HEAD],
      [drawn - LABEL_ROOM, height - 4],
    ])({
    nodes: diagram.nodes.map((node) => ({ ...node, fixedValue: sizeOf(node) })),
    links: [...diagram.links, ...spineOf(diagram, steps)].map((link) => ({ ...link, value: link.n })),
  });
  const links = all.filter(({ n }) => n > 0);
  const chosenX = nodes.find(({ key }) => key === chosen)?.x0 ?? null;
  // What is chosen comes into sight where the diagram is wider than its room, without moving the page.
  useEffect(() => {
    if (chosenX === null || width === 0) return;
    frame.current?.parentElement?.scrollTo({ left: chosenX - width / 2 });
  }, [chosenX, width, frame]);
  const keyOf = (end: unknown): string => (end as StepNode).key;
  const isOf = (link: { readonly source: unknown; readonly target: unknown }): boolean =>
    chosen === keyOf(direction === 'onward' ? link.source : link.target);
  const beside = new Set([
    chosen,
    ...links.filter(isOf).map(({ source, target }) => keyOf(direction === 'onward' ? target : source)),
  ]);
  const faded = (key: string): string => (chosen === null || beside.has(key) ? '' : ' faded');
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
            {links.map((link) => (
              <path
                key={`${keyOf(link.source)} ${keyOf(link.target)}`}
                class={isOf(link) ? 'flow chosen' : chosen === null ? 'flow' : 'flow dimmed'}
                d={curve({
                  from: link.source as Drawn,
                  to: link.target as Drawn,
                  y0: link.y0,
                  y1: link.y1,
                })}
                stroke-width={Math.max(1, link.width ?? 1)}
              />
            ))}
          </g>
          {nodes.map((node) => (
            <Stubs
              key={node.key}
              node={node}
              drawnOn={(node.sourceLinks ?? []).reduce((sum, { n }) => sum + n, 0)}
              allShown={allShown}
              pressed={node.key === chosen ? direction : null}
              faded={chosen !== null && node.key !== chosen}
            />
          ))}
          {nodes.map((node) => {
            const { x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = node;
            const pressed = node.key === chosen;
            const toggle = (): void => onChoose(pressed ? null : node.key);
            return (
              // biome-ignore lint/a11y/useSemanticElements: HTML buttons cannot stand inside a drawing
              <g
                key={node.key}
                class={`step-node${faded(node.key)}`}
                role="button"
                // In small letters: names of SVG are not mended, and one that is unknown takes no focus.
                tabindex={0}
                aria-pressed={pressed}
                aria-label={describe(node, name(node), restName(node.step, allShown))}
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
                class={faded(node.key).trim()}
                x={(node.x1 ?? 0) + STUB_WIDTH + 6}
                y={((node.y0 ?? 0) + (node.y1 ?? 0)) / 2}
                dy="0.35em"
              >
                {shorten(name(node))} <tspan>{formatCount(sizeOf(node))}</tspan>
              </text>
            ))}
          </g>
        </svg>
      )}
    </div>
  );
}

interface StubsProps {
  readonly node: StepNode & Drawn & { readonly y0?: number | undefined; readonly y1?: number | undefined };
  /** Of what went on, what is drawn as links. */
  readonly drawnOn: number;
  readonly allShown: boolean;
  readonly pressed: Direction | null;
  readonly faded: boolean;
}

/** On the right what went on beyond the picture, then what did not; on the left, at the foot, what is not seen to come. */
function Stubs({ node, drawnOn, allShown, pressed, faded }: StubsProps) {
  const { x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = node;
  const scale = (y1 - y0) / Math.max(1, sizeOf(node));
  const classOf = (kind: string, side: Direction): string =>
    `stub ${kind}${pressed === side ? ' chosen' : faded ? ' faded' : ''}`;
  /** After `before` of the place's count. */
  const stub = (x: number, before: number, n: number) => {
    // Never thinner than can be seen.
    const height = Math.max(1.5, n * scale);
    return { d: `M${x} ${y0 + before * scale + height / 2}h${STUB_WIDTH}`, 'stroke-width': height };
  };
  const { came, unseen, wentOn, rest, step } = node;
  return (
    <>
      {wentOn > drawnOn && (
        <path class={classOf('beyond', 'onward')} {...stub(x1, drawnOn, wentOn - drawnOn)} />
      )}
      {rest > 0 && (
        <path class={classOf(restOf(step, allShown), 'onward')} {...stub(x1, wentOn, rest)}>
          <title>{`${restName(step, allShown)}: ${formatCount(rest)}`}</title>
        </path>
      )}
      {unseen > 0 && (
        <path class={classOf('open', 'backward')} {...stub(x0 - STUB_WIDTH, came, unseen)}>
          <title>{`${t('Not shown yet, or of earlier days')}: ${formatCount(unseen)}`}</title>
        </path>
      )}
    </>
  );
}

type Drawn = { readonly x0?: number | undefined; readonly x1?: number | undefined };

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

/** Empty links through all steps: a layout counts its columns by links, and those into a step may all be unseen. */
function spineOf({ nodes }: StepDiagram, steps: number): StepLink[] {
  const keys = Array.from({ length: steps + 1 }, (_, step) => nodes.find((node) => node.step === step)?.key);
  return keys.flatMap((target, step) => {
    const source = keys[step - 1];
    return source === undefined || target === undefined ? [] : [{ source, target, n: 0 }];
  });
}

const sizeOf = ({ came, unseen }: StepNode): number => came + unseen;

/** Largest first, what is drawn as one at the foot. */
const rank = (node: StepNode): number => (node.node === null ? -1 : sizeOf(node));

/** Too long a path keeps its last part. */
function shorten(name: string): string {
  const last = name.length > 17 ? (name.split(' / ').at(-1) ?? name) : name;
  return last.length > 17 ? `${last.slice(0, 16)}…` : last;
}

/** All that is drawn of a place, in words: its figures add up. */
function describe({ step, came, unseen, wentOn, rest }: StepNode, name: string, restName: string): string {
  const parts = [
    step === 0 ? tn(came, '{n} visit', '{n} visits') : t('{n} came', { n: formatCount(came) }),
    ...(unseen > 0 ? [t('{n} came, not shown', { n: formatCount(unseen) })] : []),
    t('{n} went on', { n: formatCount(wentOn) }),
    ...(rest > 0 ? [`${restName}: ${formatCount(rest)}`] : []),
  ];
  const place = step === 0 ? t('Start') : t('Page {n}', { n: step });
  return `${place}, ${name}: ${parts.join('; ')}`;
}
