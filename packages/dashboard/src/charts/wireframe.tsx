/**
 * A page drawn from where its parts stand: boxes in their colours, with their names. One box is chosen by pointer, focus
 * or arrow keys. What lies under and over the boxes is its caller's.
 */
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { type Box, fitted, keyOf, scaled, stepTo, type Wireframe } from '../model/wireframe.ts';
import { placeTags, TAG_HEIGHT } from '../model/zone-tags.ts';
import { t } from '../words/words.ts';
import { Hatch } from './colour-legend.tsx';

export interface DrawnBox extends Box {
  /** 0 to 6 as in colour-steps; `null` where too little is known, `undefined` where the figure is not of such a box. */
  readonly step: number | null | undefined;
  readonly name: string;
  /** Set of what all pages share, which may bear the name of something of this page; else empty. */
  readonly shared: string;
  readonly figure: string;
  /** What stands there. */
  readonly item: string;
  /** Positions are drawn on it: its own colour is on its name alone, or theirs would be hard to tell from it. */
  readonly holds: boolean;
}

interface WireframeProps {
  readonly page: Wireframe;
  readonly boxes: readonly DrawnBox[];
  readonly scale: number;
  /** Of the box that is chosen. */
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  /** As the pointer moves over it; `null` as it leaves. */
  readonly onPoint: (key: string | null) => void;
  /** Room at the right, for what goes with the height of the page. */
  readonly margin: number;
  /** Drawn over the boxes and under their words, in pixels of the screen. */
  readonly over?: ComponentChildren;
}

const TEXT = 12;
/** Lower boxes would be covered by their names. */
const NAMED = 28;

export function WireframeChart({
  page,
  boxes,
  scale,
  chosen,
  onChoose,
  onPoint,
  margin,
  over,
}: WireframeProps) {
  const hatch = useId();
  const root = useRef<SVGSVGElement>(null);
  const width = page.width * scale;
  const height = page.height * scale;
  const at = Math.max(
    0,
    boxes.findIndex((box) => keyOf(box) === chosen),
  );
  // From where the key was pressed, not from what is drawn as chosen: a second key may come before that is drawn.
  const press = (event: KeyboardEvent, from: number): void => {
    const next = stepTo(event.key, from, boxes.length);
    if (next === null) return;
    event.preventDefault();
    root.current?.querySelector<SVGGElement>(`[data-at="${next}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: there are no fieldsets in SVG
    <svg
      ref={root}
      class="wireframe"
      role="group"
      aria-label={t('Picture of the page: arrow keys go from box to box')}
      width={width + margin}
      height={height}
      onPointerLeave={() => onPoint(null)}
    >
      <Hatch id={hatch} />
      <rect class="wireframe-page" width={width} height={height} />
      {boxes.map((box, index) => (
        // biome-ignore lint/a11y/useSemanticElements: there are no buttons in SVG
        <g
          key={keyOf(box)}
          class={`box box-${box.kind}${keyOf(box) === chosen ? ' chosen' : ''}`}
          data-at={index}
          role="button"
          // Attributes of SVG keep their case.
          tabindex={index === at ? 0 : -1}
          aria-pressed={keyOf(box) === chosen}
          aria-label={[box.name, box.shared, box.item, box.figure].filter((text) => text !== '').join(', ')}
          onFocus={() => onChoose(keyOf(box))}
          onClick={() => onChoose(keyOf(box))}
          onPointerEnter={() => onPoint(keyOf(box))}
          onKeyDown={(event) => press(event, index)}
        >
          <BoxShape box={box} scale={scale} hatch={hatch} />
        </g>
      ))}
      {over}
      <svg class="box-texts" aria-hidden="true">
        {boxes
          .filter(({ kind }) => kind === 'slot')
          .map((box) => (
            <SlotText key={keyOf(box)} box={box} {...scaled(box, scale)} />
          ))}
      </svg>
      <ZoneTags boxes={boxes} scale={scale} drawing={{ width, height }} />
    </svg>
  );
}

const colourOf = ({ step }: DrawnBox): string =>
  step === undefined ? 'bare' : step === null ? 'none' : `step-${step}`;

const BoxShape = ({
  box,
  scale,
  hatch,
}: {
  readonly box: DrawnBox;
  readonly scale: number;
  readonly hatch: string;
}) => {
  const area = scaled(box, scale);
  const isBare = box.step === undefined || box.holds;
  return (
    <rect
      {...area}
      class={`box-fill ${isBare ? 'fill-bare' : box.step === null ? '' : `fill-${box.step}`}`}
      fill={!isBare && box.step === null ? `url(#${hatch})` : undefined}
      rx={box.kind === 'link' ? 2 : 4}
    />
  );
};

interface SlotTextProps {
  readonly box: DrawnBox;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Figure, place and product, as far as they fit. */
function SlotText({ box, x, y, width, height }: SlotTextProps) {
  const inner = width - 12;
  const size = width > 110 && height > 90 ? 20 : 14;
  const figure = fitted(box.figure, inner, size);
  const isTall = height > 64;
  const item = height > size + 26 ? fitted(box.item, inner, TEXT) : '';
  return (
    <g class={`box-text ${colourOf(box)}`}>
      {isTall && width > 26 && (
        <text class="box-place" x={x + width - 8} y={y + 18} font-size={TEXT} text-anchor="end">
          {box.slot}
        </text>
      )}
      {height > size + 4 && figure === box.figure && (
        <text
          class="box-figure"
          x={x + width / 2}
          y={item === '' ? y + height / 2 : y + Math.max(size / 2 + 4, height / 2 - 6)}
          dy="0.35em"
          font-size={size}
          text-anchor="middle"
        >
          {figure}
        </text>
      )}
      {item !== '' && (
        <text class="box-item" x={x + width / 2} y={y + height - 9} font-size={TEXT} text-anchor="middle">
          {item}
        </text>
      )}
    </g>
  );
}

interface ZoneTagsProps {
  readonly boxes: readonly DrawnBox[];
  readonly scale: number;
  readonly drawing: { readonly width: number; readonly height: number };
}

function ZoneTags({ boxes, scale, drawing }: ZoneTagsProps) {
  const zones = boxes.filter(({ kind, height }) => kind === 'zone' && height * scale >= NAMED);
  const texts = zones.map(({ name, figure }) => (figure === '' ? name : `${name} · ${figure}`));
  const tags = placeTags(
    zones.map((zone, index) => ({
      area: scaled(zone, scale),
      width: (texts[index]?.length ?? 0) * TEXT * 0.56 + 12,
    })),
    drawing,
  );
  return (
    <svg class="tags" aria-hidden="true">
      {zones.map((zone, index) => {
        const tag = tags[index];
        if (tag == null) return null;
        const isColoured = zone.holds && zone.step != null;
        return (
          <g key={keyOf(zone)} class={isColoured ? `tag ${colourOf(zone)}` : 'tag'}>
            <rect class={isColoured ? `fill-${zone.step}` : 'tag-ground'} {...tag} rx={TAG_HEIGHT / 2} />
            <text x={tag.x + tag.width / 2} y={tag.y + 13} font-size={TEXT} text-anchor="middle">
              {texts[index]}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
