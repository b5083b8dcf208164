/** One person: name, role and sites, and what owners do for them or to them. */
import type { LinkMade, Person } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { changePerson, makeLink, removeOf } from '../../api/staff.ts';
import { useViewer } from '../../state/viewer.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form, textOf } from '../../ui/form.tsx';
import { Sure } from '../../ui/sure.tsx';
import { t } from '../../words/words.ts';
import { RoleField, roleOf, SitesField, sitesOf } from './grant-fields.tsx';
import { LinkToHandOn } from './invite.tsx';

interface ChangePersonProps {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onChange: () => void;
}

export function ChangePerson({ person, onClose, onChange }: ChangePersonProps) {
  const { api, account, session } = useViewer();
  const [role, setRole] = useState(person.role);
  const [made, setMade] = useState<LinkMade | null>(null);
  const { name, secondFactor, sessions } = person;
  const isMe = person.id === account.id;
  const done = async (): Promise<void> => {
    onClose();
    // What one may do oneself may be less now, or nothing.
    if (isMe) await session.start();
    else onChange();
  };
  const remove = (what: Parameters<typeof removeOf>[2]) => async (): Promise<void> => {
    await removeOf(api, person, what);
    await done();
  };
  return (
    <Dialog title={name} onClose={onClose}>
      <Form
        action={t('Save')}
        names={{ account: t('This account') }}
        onSend={async (form) => {
          const sites = role === 'owner' ? 'all' : sitesOf(form);
          await changePerson(api, person, { name: textOf(form, 'name'), role: roleOf(form), sites });
          await done();
        }}
      >
        <Field label={t('Name')} name="name" autocomplete="off" maxLength={64} defaultValue={name} />
        <RoleField role={role} onChange={setRole} />
        {role !== 'owner' && <SitesField sites={person.sites} />}
      </Form>
      <section class="more" aria-label={t('More')}>
        {made === null ? (
          <Form
            action={t('Make a link to set a password')}
            kind="plain"
            onSend={async () => setMade(await makeLink(api, person))}
          />
        ) : (
          <LinkToHandOn made={made} />
        )}
        {sessions > 0 && (
          <Sure
            action={t('Sign out everywhere')}
            question={t('{name} then has to sign in again.', { name })}
            onSure={remove('/sessions')}
          />
        )}
        {secondFactor && (
          <Sure
            action={t('Forget the authenticator app')}
            question={t('The password alone then lets {name} in, until the app is set up again.', { name })}
            onSure={remove('/second-factor')}
          />
        )}
        <Sure
          action={t('Remove')}
          question={t('{name} can no longer sign in, from now on. What the log holds of them stays.', {
            name,
          })}
          onSure={remove('')}
        />
      </section>
    </Dialog>
  );
}
