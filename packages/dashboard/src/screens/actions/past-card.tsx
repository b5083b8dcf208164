/** An action that somebody decided on, and that the days shown do not name: what the days then said of it. */
import { type ActionRecord, type ActionState, addDays } from '@holloway/protocol';
import { getAdvice } from '../../api/advice.ts';
import { earlierOf } from '../../model/action-figure.ts';
import { typeWords } from '../../model/advice-words.ts';
import { useAnswer } from '../../state/answer.ts';
import { useView } from '../../state/view.ts';
import { Ready } from '../../ui/ready.tsx';
import { t } from '../../words/words.ts';
import { ActionCard } from './card.tsx';
import { ChangeState } from './change-state.tsx';
import { Stand } from './stand.tsx';

/** As many as a report is of by default. */
const DAYS = 28;

interface PastCardProps {
  readonly record: ActionRecord;
  readonly onMoved: (title: string, state: ActionState) => void;
}

export function PastCard({ record, onMoved }: PastCardProps) {
  const { api, site, route } = useView();
  const last = record.day === null ? record.changed : addDays(record.day, -1);
  const to = earlierOf(last, site.lastDay);
  const query = { site: site.id, from: addDays(to, 1 - DAYS), to, slice: route.slice };
  const asked = useAnswer(JSON.stringify(query), () => getAdvice(api, query));
  return (
    <Ready of={asked} lines={3}>
      {({ actions, labels, ...days }) => {
        const action = actions.find(({ id }) => id === record.id);
        return action === undefined ? (
          <Unknown record={record} onMoved={onMoved} />
        ) : (
          <ActionCard {...{ action, record, labels, days, onMoved }} />
        );
      }}
    </Ready>
  );
}

function Unknown({ record, onMoved }: PastCardProps) {
  const title = typeWords(record.id);
  return (
    <article class="action" aria-label={title}>
      <h3>{title}</h3>
      <p>{t('The numbers of these days do not name it any more, or those of another slice did.')}</p>
      <Stand record={record} />
      <ChangeState
        id={record.id}
        title={title}
        state={record.state}
        onMoved={(state) => onMoved(title, state)}
      />
    </article>
  );
}
