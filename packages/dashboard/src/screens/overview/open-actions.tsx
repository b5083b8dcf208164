/** What to change first: the head of the inbox of advice. */
import { claimWords } from '../../model/advice-words.ts';
import { inboxOf } from '../../model/inbox.ts';
import { screenLink } from '../../shell/navigation.tsx';
import { useAdvice } from '../../state/advice.ts';
import { useView } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';
import { Ready } from '../../ui/ready.tsx';
import { t } from '../../words/words.ts';
import '../../style/actions.css';

const FIRST = 3;

export function OpenActions() {
  const { route } = useView();
  const asked = useAdvice();
  return (
    <Panel
      title={t('Open actions')}
      note={t('What these days say should be changed, what is surest and gains most first')}
      controls={<a href={screenLink(route, 'actions')}>{t('All actions')}</a>}
    >
      <Ready of={asked} lines={FIRST}>
        {({ advice, list }) => {
          const { open } = inboxOf(advice.actions, list.actions);
          if (open.length === 0) return <p class="note">{t('Nothing is open.')}</p>;
          return (
            <ol class="plain-list">
              {open
                .slice(0, FIRST)
                .map(
                  ({ id, action }) =>
                    action !== null && <li key={id}>{claimWords(action, advice.labels).title}</li>,
                )}
            </ol>
          );
        }}
      </Ready>
    </Panel>
  );
}
