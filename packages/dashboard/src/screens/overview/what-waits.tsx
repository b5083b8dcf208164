/** What is counted and not on screen: one block a fact. */
import { ALL } from '@holloway/protocol';
import { formatCount } from '../../model/format.ts';
import { useReport, useView } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';
import { tx } from '../../words/parts.ts';
import { t } from '../../words/words.ts';

export function WhatWaits() {
  const { site, route } = useView();
  const pages = useReport('pages');
  const categories = useReport('categories');
  if (pages.result.state !== 'ready' || categories.result.state !== 'ready') return null;
  const facts = { ...categories.result.value.facts, ...pages.result.value.facts };
  const lines = [
    [t('Pageviews by page'), facts['page.view']],
    [t('Entries by page'), facts['visit.entry']],
    [t('Pageviews by category'), facts['category.view']],
    [t('Moves between categories'), facts['flow.category']],
  ] as const;
  const hidden = lines.some(([, balance]) => balance !== undefined && balance.waiting.n + balance.other > 0);
  if (!hidden) return null;
  return (
    <Panel title={t('What waits')} note={wordsFor(site.k, route.slice)}>
      <div class="waits">
        {lines.map(([name, balance]) =>
          balance === undefined ? null : (
            <dl class="wait" key={name}>
              <dt>{name}</dt>
              <dd>{tx('{n} shown in these days', { n: <strong>{formatCount(balance.shown)}</strong> })}</dd>
              <dd>
                {tx('{n} waiting, in all dates', { n: <strong>{formatCount(balance.waiting.n)}</strong> })}
              </dd>
              <dd>
                {tx('{n} without a name, in all dates', { n: <strong>{formatCount(balance.other)}</strong> })}
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
  return slice === ALL
    ? t('A count shows once {k} browsers stand behind it. Until then it waits; it is never lost.', { k })
    : t(
        'A count shows once {k} browsers stand behind it. Until then it waits; it is never lost. What waits of a slice is rounded down to steps of {k}: 0 may be a few.',
        { k },
      );
}
