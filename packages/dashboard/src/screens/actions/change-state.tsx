/** The buttons that say where an action stands. Done asks for the day, dismissing for the reason. */
import { type ActionChange, type ActionState, isDay, WORKSPACE_LIMITS } from '@holloway/protocol';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { changeAction } from '../../api/advice.ts';
import { ApiError } from '../../api/client.ts';
import { problemWords } from '../../model/problem-words.ts';
import { useView } from '../../state/view.ts';
import { Field } from '../../ui/field.tsx';
import { Form, textOf } from '../../ui/form.tsx';
import { type Msg, msg, t } from '../../words/words.ts';

interface ChangeStateProps {
  readonly id: string;
  readonly title: string;
  readonly state: ActionState;
  readonly onMoved: (state: ActionState) => void;
  /** Before the buttons. */
  readonly more?: ComponentChildren;
}

const DEEDS: { readonly [state in ActionState]: Msg } = {
  open: msg('Reopen'),
  planned: msg('Plan'),
  done: msg('Done'),
  dismissed: msg('Dismiss'),
};

/** What may become of each. */
const NEXT: { readonly [state in ActionState]: readonly ActionState[] } = {
  open: ['planned', 'done', 'dismissed'],
  planned: ['done', 'dismissed', 'open'],
  done: ['open'],
  dismissed: ['open'],
};

const isAsked = (state: ActionState): state is 'done' | 'dismissed' =>
  state === 'done' || state === 'dismissed';

export function ChangeState({ id, title, state, onMoved, more }: ChangeStateProps) {
  const { api, site } = useView();
  const [asking, setAsking] = useState<'done' | 'dismissed' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const change = async (to: ActionChange): Promise<void> => {
    await changeAction(api, site.id, id, to);
    setAsking(null);
    onMoved(to.state);
  };
  const changeAtOnce = async (to: ActionState): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await change({ state: to });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(problemWords(error));
    } finally {
      setBusy(false);
    }
  };
  if (asking !== null)
    return <Asking state={asking} lastDay={site.lastDay} onSend={change} onCancel={() => setAsking(null)} />;
  return (
    <>
      <p class="problem" role="alert">
        {problem}
      </p>
      <div class="action-foot">
        {more}
        {NEXT[state].map((to) => (
          <button
            type="button"
            class="button"
            key={to}
            aria-label={t('{deed}: {title}', { deed: t(DEEDS[to]), title })}
            aria-busy={busy}
            onClick={() => {
              if (isAsked(to)) setAsking(to);
              else if (!busy) void changeAtOnce(to);
            }}
          >
            {t(DEEDS[to])}
          </button>
        ))}
      </div>
    </>
  );
}

interface AskingProps {
  readonly state: 'done' | 'dismissed';
  readonly lastDay: string;
  readonly onSend: (change: ActionChange) => Promise<void>;
  readonly onCancel: () => void;
}

function Asking({ state, lastDay, onSend, onCancel }: AskingProps) {
  const isDone = state === 'done';
  return (
    <Form
      action={t(DEEDS[state])}
      names={{ day: t('Day'), reason: t('Reason') }}
      onSend={(form) => {
        const day = textOf(form, 'day');
        return onSend(
          isDone ? { state, ...(isDay(day) && { day }) } : { state, reason: textOf(form, 'reason') },
        );
      }}
      more={
        <button type="button" class="button" onClick={onCancel}>
          {t('Cancel')}
        </button>
      }
    >
      {isDone ? (
        <Field
          label={t('The day on which it was changed in the shop')}
          name="day"
          type="date"
          autocomplete="off"
          defaultValue={lastDay}
          max={lastDay}
          autofocus
        />
      ) : (
        <Field
          label={t('Why not')}
          name="reason"
          autocomplete="off"
          maxLength={WORKSPACE_LIMITS.text}
          hint={t('For whoever finds it here again.')}
          autofocus
        />
      )}
    </Form>
  );
}
