/** The inbox of advice: what the numbers say should be changed, and what became of it. */
import { ACTION_STATES, type ActionState, ALL } from '@holloway/protocol';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  type ActionKind,
  KIND_NAMES,
  kindCounts,
  kindOfAction,
  shownKind,
} from '../../model/action-kinds.ts';
import { formatDays } from '../../model/format.ts';
import { type InboxEntry, inboxOf, shownState } from '../../model/inbox.ts';
import { type Advised, useAdvice } from '../../state/advice.ts';
import { useOptions, useView } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';
import { Ready } from '../../ui/ready.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Message } from '../../ui/states.tsx';
import { type Msg, msg, t } from '../../words/words.ts';
import { ActionCard } from './card.tsx';
import { PastCard } from './past-card.tsx';
import { Withheld } from './withheld.tsx';
import '../../style/actions.css';

const STATE_NAMES: { readonly [state in ActionState]: Msg } = {
  open: msg('Open'),
  planned: msg('Planned'),
  done: msg('Done'),
  dismissed: msg('Dismissed'),
};

const AT_ONCE = 20;

export function Actions() {
  const asked = useAdvice();
  return (
    <Ready of={asked} lines={14}>
      {(advised) => <Inbox {...advised} onChanged={asked.retry} />}
    </Ready>
  );
}

function Inbox({ advice, list, onChanged }: Advised & { readonly onChanged: () => void }) {
  const [options, setOptions] = useOptions();
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const inbox = inboxOf(advice.actions, list.actions);
  const shown = shownState(options);
  const counts = kindCounts(inbox[shown]);
  const kind = shownKind(options, counts);
  const entries = kind === null ? inbox[shown] : inbox[shown].filter(({ id }) => kindOfAction(id) === kind);
  // The card that was pressed is gone from here: who works by keyboard goes on from what is said of it.
  useLayoutEffect(() => {
    if (said !== '') status.current?.focus();
  }, [said]);
  const onMoved = (title: string, state: ActionState): void => {
    setSaid(t('“{title}” is now under: {state}.', { title, state: t(STATE_NAMES[state]) }));
    onChanged();
  };
  return (
    <>
      <Panel
        title={t('What to change')}
        note={
          advice.slice === ALL
            ? t('From the numbers of {days}. Said is only what is sure.', {
                days: formatDays(advice.from, advice.to),
              })
            : t(
                'From the numbers of {days}. In a slice they tell of paths and pages alone; products, positions and searches are counted for all visits together.',
                { days: formatDays(advice.from, advice.to) },
              )
        }
        controls={
          <Segmented
            label={t('Which actions')}
            value={shown}
            choices={ACTION_STATES.map(
              (state) => [state, `${t(STATE_NAMES[state])} (${inbox[state].length})`] as const,
            )}
            onChoose={(state) => setOptions({ state: state === 'open' ? null : state, kind: null }, 'go')}
          />
        }
      >
        <p class="note" role="status" tabIndex={-1} ref={status}>
          {said}
        </p>
        {counts.length > 1 && (
          <div class="action-kinds">
            <Segmented
              label={t('Which kind')}
              value={kind ?? 'all'}
              choices={[
                ['all', t('All kinds ({n})', { n: inbox[shown].length })],
                ...counts.map((each) => [each.kind, `${t(KIND_NAMES[each.kind])} (${each.n})`] as const),
              ]}
              onChoose={(chosen: ActionKind | 'all') =>
                setOptions({ kind: chosen === 'all' ? null : chosen })
              }
            />
          </div>
        )}
        {inbox[shown].length === 0 ? (
          <NoActions state={shown} isFirst={list.actions.length === 0} />
        ) : (
          <Cards key={`${shown} ${kind}`} {...{ entries, advice, onMoved }} />
        )}
      </Panel>
      {shown === 'open' && advice.withheld.length > 0 && <Withheld advice={advice} />}
    </>
  );
}

interface CardsProps {
  readonly entries: readonly InboxEntry[];
  readonly advice: Advised['advice'];
  readonly onMoved: (title: string, state: ActionState) => void;
}

function Cards({ entries, advice, onMoved }: CardsProps) {
  const [limit, setLimit] = useState(AT_ONCE);
  return (
    <>
      <ul class="actions">
        {entries.slice(0, limit).map(({ id, action, record }) => (
          <li key={id}>
            {action !== null ? (
              <ActionCard {...{ action, record, onMoved }} labels={advice.labels} days={advice} />
            ) : (
              record !== null && <PastCard record={record} onMoved={onMoved} />
            )}
          </li>
        ))}
      </ul>
      {entries.length > limit && (
        <button type="button" class="quiet" onClick={() => setLimit(limit + AT_ONCE)}>
          {t('{n} more', { n: entries.length - limit })}
        </button>
      )}
    </>
  );
}

const NONE: { readonly [state in Exclude<ActionState, 'open'>]: Msg } = {
  planned: msg('Nothing is planned'),
  done: msg('Nothing is done yet'),
  dismissed: msg('Nothing was dismissed'),
};

function NoActions({ state, isFirst }: { readonly state: ActionState; readonly isFirst: boolean }) {
  const { site } = useView();
  if (state !== 'open') return <Message title={t(NONE[state])} />;
  if (!isFirst)
    return (
      <Message title={t('Nothing is open')}>
        <p>{t('All that these days tell for sure is decided on. More days may tell more.')}</p>
      </Message>
    );
  return (
    <Message title={t('Nothing is sure enough to be advised yet')}>
      <p>
        {t('Advice comes once enough is counted, and stays silent where chance may explain the numbers:')}
      </p>
      <ul class="plain-list">
        <li>
          {t(
            'Positions: some hundred visits that see the products of a list, and regions marked in its page.',
          )}
        </li>
        <li>
          {t('Categories and links: visits that look in one place first and find what they want in another.')}
        </li>
        <li>{t('Search: a word that several dozen visits search for.')}</li>
        <li>{t('Tests: two arms, each shown to some hundred visits.')}</li>
      </ul>
      {site.k > 1 && (
        <p>
          {t('Whatever fewer than {k} browsers did is not told, and nothing is advised on it.', {
            k: site.k,
          })}
        </p>
      )}
    </Message>
  );
}
