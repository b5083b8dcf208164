/** How the layout of a page became another, in words. Pure. */
import type { LayoutChange, LayoutEvent } from '@holloway/protocol';
import { t, tn } from '../words/words.ts';
import { termName, viewportName } from './names.ts';

function changeWords({ label, change, right, down }: LayoutChange): string {
  const zone = termName(label);
  if (change === 'new') return t('{zone} is new', { zone });
  if (change === 'gone') return t('{zone} is gone', { zone });
  if (change === 'rearranged') return t('{zone} is arranged anew', { zone });
  const by = { zone, px: Math.max(Math.abs(right), Math.abs(down)) };
  if (Math.abs(down) >= Math.abs(right))
    return down > 0 ? t('{zone} moved {px} px down', by) : t('{zone} moved {px} px up', by);
  return right > 0 ? t('{zone} moved {px} px to the right', by) : t('{zone} moved {px} px to the left', by);
}

/** In windows of several sizes the same region is told once, as it is where that shows most. */
export function layoutWords({ label, zones, more }: LayoutEvent): string {
  const first = new Map<string, LayoutChange>();
  for (const zone of zones) {
    const key = `${zone.zone} ${zone.change}`;
    if (!first.has(key)) first.set(key, zone);
  }
  const changes = [...first.values()].map((change) => {
    const size = change.viewport === null ? null : viewportName(change.viewport);
    return size === null ? changeWords(change) : `${changeWords(change)} (${size})`;
  });
  if (more > 0) changes.push(tn(more, '{n} other change', '{n} other changes'));
  return t('Layout of {page}: {changes}', { page: termName(label), changes: changes.join('; ') });
}
