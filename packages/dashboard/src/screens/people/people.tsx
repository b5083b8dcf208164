/** Everybody who may sign in or is invited to. What is done to one of them: change-person. */
import type { Person } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { getPeople } from '../../api/staff.ts';
import { ROLE_NAMES, sitesWords } from '../../model/staff-words.ts';
import { useAnswer } from '../../state/answer.ts';
import { useViewer } from '../../state/viewer.ts';
import '../../style/staff.css';
import { Panel } from '../../ui/panel.tsx';
import { Ready } from '../../ui/ready.tsx';
import { Row, Rows } from '../../ui/rows.tsx';
import { t, tn } from '../../words/words.ts';
import { ChangePerson } from './change-person.tsx';
import { Invite } from './invite.tsx';

export function People() {
  const { api, account, sites } = useViewer();
  const asked = useAnswer('people', () => getPeople(api));
  const [open, setOpen] = useState<Person | 'invite' | null>(null);
  const words = ({
    name,
    email,
    role,
    sites: theirs,
    secondFactor,
    passkeys,
    sessions,
    status,
  }: Person): string =>
    [
      email === name ? null : email,
      t('{role} of {sites}', { role: t(ROLE_NAMES[role]), sites: sitesWords(theirs, sites) }),
      status === 'invited' ? t('has not set a password yet') : null,
      secondFactor ? t('authenticator app') : null,
      passkeys === 0 ? null : tn(passkeys, '{n} passkey', '{n} passkeys'),
      sessions === 0 ? null : tn(sessions, '{n} browser signed in', '{n} browsers signed in'),
    ]
      .filter((word) => word !== null)
      .join(' · ');
  return (
    <Panel
      class="narrow"
      title={t('Who may sign in')}
      note={t('Nobody signs up: owners invite. Changes hold from the next request on.')}
      controls={
        <button type="button" class="button" onClick={() => setOpen('invite')}>
          {t('Invite somebody')}
        </button>
      }
    >
      <Ready of={asked}>
        {(people) => (
          <Rows label={t('People')}>
            {people.map((person) => (
              <Row
                key={person.id}
                title={
                  <>
                    {person.name} {person.id === account.id && <span class="badge">{t('You')}</span>}
                    {person.status === 'invited' && <span class="badge">{t('Invited')}</span>}
                  </>
                }
                detail={words(person)}
              >
                <button
                  type="button"
                  class="button"
                  aria-label={t('Change {name}', { name: person.name })}
                  onClick={() => setOpen(person)}
                >
                  {t('Change')}
                </button>
              </Row>
            ))}
          </Rows>
        )}
      </Ready>
      {open === 'invite' && <Invite onClose={() => setOpen(null)} onChange={asked.retry} />}
      {open !== null && open !== 'invite' && (
        <ChangePerson person={open} onClose={() => setOpen(null)} onChange={asked.retry} />
      )}
    </Panel>
  );
}
