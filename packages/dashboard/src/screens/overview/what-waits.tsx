/** What is counted and not on screen: one block a fact. */
import { formatCount, plural } from '../../model/format.ts';
import { useReport, useView } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';

export function WhatWaits() {
  const { site } = useView();
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
    <Panel
      title="What waits"
      note={`A count shows once ${plural(site.k, 'browser')} stand behind it. Until then it waits; it is never lost.`}
    >
      <div class="waits">
        {lines.map(([name, balance]) =>
          balance === undefined ? null : (
            <dl class="wait" key={name}>
              <dt>{name}</dt>
              <dd>
                <strong>{formatCount(balance.shown)}</strong> shown
              </dd>
              <dd>
                <strong>{formatCount(balance.waiting.n)}</strong> waiting
              </dd>
              <dd>
                <strong>{formatCount(balance.other)}</strong> without a name
              </dd>
            </dl>
          ),
        )}
      </div>
    </Panel>
  );
}
