/** What is counted and not on screen: one block a fact. */
import { ALL } from '@holloway/protocol';
import { formatCount } from '../../model/format.ts';
import { useReport, useView } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';

export function WhatWaits() {
  const { site, route } = useView();
  const pages = useReport('pages');
  const categories = useReport('categories');
  if (pages.result.state !== 'ready' || categories.result.state !== 'ready') return null;
  const facts = { ...categories.result.value.facts, ...pages.result.value.facts };
  const lines = [
    ['Pageviews by page', facts['page.view']],
    ['Entries by page', facts['visit.entry']],
    ['Pageviews by category', facts['category.view']],
    ['Moves between categories', facts['flow.category']],
  ] as const;
  const hidden = lines.some(([, balance]) => balance !== undefined && balance.waiting.n + balance.other > 0);
  if (!hidden) return null;
  return (
    <Panel title="What waits" note={wordsFor(site.k, route.slice)}>
      <div class="waits">
        {lines.map(([name, balance]) =>
          balance === undefined ? null : (
            <dl class="wait" key={name}>
              <dt>{name}</dt>
              <dd>
                <strong>{formatCount(balance.shown)}</strong> shown in these days
              </dd>
              <dd>
                <strong>{formatCount(balance.waiting.n)}</strong> waiting, in all dates
              </dd>
              <dd>
                <strong>{formatCount(balance.other)}</strong> without a name, in all dates
              </dd>
            </dl>
          ),
        )}
      </div>
    </Panel>
  );
}

/** With k = 1 nothing waits for others. */
function wordsFor(k: number, slice: string): string | undefined {
  if (k === 1) return undefined;
  const rule = `A count shows once ${k} browsers stand behind it. Until then it waits; it is never lost.`;
  return slice === ALL
    ? rule
    : `${rule} What waits of a slice is rounded down to steps of ${k}: 0 may be a few.`;
}
