/** Where one is signed in. Neither address nor browser is kept, so a session is known by when it began. */
import { endSession, getSessions } from '../../api/own-account.ts';
import { formatMoment } from '../../model/format.ts';
import { useAnswer } from '../../state/answer.ts';
import { useViewer } from '../../state/viewer.ts';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Ready } from '../../ui/ready.tsx';
import { Row, Rows } from '../../ui/rows.tsx';
import { t } from '../../words/words.ts';

export function Sessions() {
  const { api } = useViewer();
  const asked = useAnswer('sessions', () => getSessions(api));
  const end = async (id?: string): Promise<void> => {
    await endSession(api, id);
    asked.retry();
  };
  return (
    <Panel
      class="narrow"
      title={t('Where you are signed in')}
      note={t(
        'By when it began: neither address nor browser is kept. Each ends seven days after it was last used.',
      )}
    >
      <Ready of={asked} lines={2}>
        {(sessions) => (
          <>
            <Rows label={t('Sessions')}>
              {sessions.map(({ id, began, ends, current }) => (
                <Row
                  key={id}
                  title={current ? t('This browser') : t('Another browser')}
                  detail={t('Since {began}, until {ends}', {
                    began: formatMoment(began),
                    ends: formatMoment(ends),
                  })}
                >
                  {!current && <Form action={t('Sign out')} kind="plain" onSend={() => end(id)} />}
                </Row>
              ))}
            </Rows>
            {sessions.length > 2 && (
              <Form action={t('Sign out everywhere else')} kind="plain" onSend={() => end()} />
            )}
          </>
        )}
      </Ready>
    </Panel>
  );
}
