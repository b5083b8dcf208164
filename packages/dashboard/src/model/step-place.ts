/**
 * The place of a visit that one looks at, as the address says it (`2:kettles`), and the moves right before and right after
 * it. Further ones cannot be told: steps are counted as single moves, which nothing joins. Pure.
 */
import type { StepRow } from '@holloway/protocol';
import type { Direction } from './columns.ts';
import { LAST_STEP, placeKey, type StepBalance } from './step-balance.ts';

/** A node of a diagram: one category, or the small ones of a step that are drawn as one. */
export interface Place {
  readonly step: number;
  /** `null` for those that are drawn as one. */
  readonly node: string | null;
}

export const writePlace = ({ step, node }: Place): string => placeKey(step, node ?? '');

/** `null` where the text is none. */
export function readPlace(text: string | undefined): Place | null {
  const [, step, node] = /^(\d):(.*)$/s.exec(text ?? '') ?? [];
  if (step === undefined || Number(step) > LAST_STEP) return null;
  return { step: Number(step), node: node === undefined || node === '' ? null : node };
}

export interface PlaceMoves {
  /** Both sides of the place, each of which adds up to it. */
  readonly total: number;
  /** Where they went next, or came from; most first. */
  readonly moves: readonly { readonly node: string; readonly n: number }[];
  /** What the moves leave open. */
  readonly open: number;
}

/** @param members The categories of the place. */
export function placeMoves(
  {
    rows,
    balances,
  }: { readonly rows: readonly StepRow[]; readonly balances: ReadonlyMap<string, StepBalance> },
  { step, members }: { readonly step: number; readonly members: readonly string[] },
  direction: Direction,
): PlaceMoves {
  const onward = direction === 'onward';
  const counts = new Map<string, number>();
  for (const row of rows) {
    const [own, other] = onward ? [row.from, row.to] : [row.to, row.from];
    if (row.step !== (onward ? step + 1 : step) || !members.includes(own)) continue;
    counts.set(other, (counts.get(other) ?? 0) + row.n);
  }
  const own = members.flatMap((node) => balances.get(placeKey(step, node)) ?? []);
  return {
    total: own.reduce((sum, { came, unseen }) => sum + came + unseen, 0),
    moves: [...counts]
      .map(([node, n]) => ({ node, n }))
      .sort((a, b) => b.n - a.n || (a.node < b.node ? -1 : 1)),
    open: own.reduce((sum, { rest, unseen }) => sum + (onward ? rest : unseen), 0),
  };
}
