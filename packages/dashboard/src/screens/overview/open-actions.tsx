/** What to change first: the head of the inbox of advice. */
import { claimWords } from '../../model/advice-words.ts';
import { screenLink } from '../../shell/navigation.tsx';
import { useFirstActions } from '../../state/advice.ts';
import { useView } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';
import { Ready } from '../../ui/ready.tsx';
import { t } from '../../words/words.ts';
import '../../style/actions.css';

const FIRST = 3;

export function OpenActions() {
  const { route } = useView();
  const asked = useFirstActions(FIRST);
  return (
    <Panel
      title={t('Open actions')}
      note={t('What these days say should be changed, what is surest and gains most first')}
      controls={<a href={screenLink(route, 'actions')}>{t('All actions')}</a>}
    >
      <Ready of={asked} lines={FIRST}>
        {({ actions, labels, open = 0 }) =>
          actions.length === 0 ? (
            <p class="note">{t('Nothing is open.')}</p>
          ) : (
            <>
              <ol class="plain-list">
                {actions.map((action) => (
                  <li key={action.id}>{claimWords(action, labels).title}</li>
                ))}
              </ol>
              {open > actions.length && <p class="note">{t('{n} more', { n: open - actions.length })}</p>}
            </>
          )
        }
      </Ready>
    </Panel>
  );
}
