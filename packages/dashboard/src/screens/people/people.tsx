/** Everybody who may sign in or is invited to. What is done to one of them: change-person. */
import type { Person } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { getPeople } from '../../api/staff.ts';
import { plural } from '../../model/format.ts';
import { sitesWords } from '../../model/staff-words.ts';
import { useAnswer } from '../../state/answer.ts';
import { useViewer } from '../../state/viewer.ts';
import '../../style/staff.css';
import { Panel } from '../../ui/panel.tsx';
import { Ready } from '../../ui/ready.tsx';
import { Row, Rows } from '../../ui/rows.tsx';
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
      `${role} of ${sitesWords(theirs, sites)}`,
      status === 'invited' ? 'has not set a password yet' : null,
      secondFactor ? 'authenticator app' : null,
      passkeys === 0 ? null : plural(passkeys, 'passkey'),
      sessions === 0 ? null : `${plural(sessions, 'browser')} signed in`,
    ]
      .filter((word) => word !== null)
      .join(' · ');
  return (
    <Panel
      class="narrow"
      title="Who may sign in"
      note="Nobody signs up: owners invite. Changes hold from the next request on."
      controls={
        <button type="button" class="button" onClick={() => setOpen('invite')}>
          Invite somebody
        </button>
      }
    >
      <Ready of={asked}>
        {(people) => (
          <Rows label="People">
            {people.map((person) => (
              <Row
                key={person.id}
                title={
                  <>
                    {person.name} {person.id === account.id && <span class="badge">You</span>}
                    {person.status === 'invited' && <span class="badge">Invited</span>}
                  </>
                }
                detail={words(person)}
              >
                <button
                  type="button"
                  class="button"
                  aria-label={`Change ${person.name}`}
                  onClick={() => setOpen(person)}
                >
                  Change
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
