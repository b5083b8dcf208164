/** One's own account: name, ways to sign in, where one is signed in, and what is written down of one. */
import { useState } from 'preact/hooks';
import { changePassword, rename } from '../../api/own-account.ts';
import { useViewer } from '../../state/viewer.ts';
import { Field, NewPassword } from '../../ui/field.tsx';
import { Form, secretOf, textOf } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import '../../style/staff.css';
import { ROLE_NAMES, sitesWords } from '../../model/staff-words.ts';
import { t } from '../../words/words.ts';
import { LogTable } from '../privacy/log-table.tsx';
import { AuthenticatorApp } from './authenticator-app.tsx';
import { Passkeys } from './passkeys.tsx';
import { Sessions } from './sessions.tsx';

export const AccountScreen = () => (
  <>
    <div class="side-by-side">
      <You />
      <Password />
      <AuthenticatorApp />
      <Passkeys />
    </div>
    <Sessions />
    <Panel
      title={t('What is written down of you')}
      note={t(
        'Which reports you looked at and what you changed, by the minute, for twelve months. Owners see it too; so do analysts and auditors of the same sites.',
      )}
    >
      <LogTable whose="own" query={{}} />
    </Panel>
  </>
);

function You() {
  const { api, account, sites, session } = useViewer();
  return (
    <Panel
      title={t('You')}
      note={t('{email}, {role} of {sites}.', {
        email: account.email,
        role: t(ROLE_NAMES[account.role]),
        sites: sitesWords(account.sites, sites),
      })}
    >
      <Form
        action={t('Save')}
        kind="plain"
        onSend={async (form) => {
          await rename(api, textOf(form, 'name'));
          await session.start();
        }}
      >
        <Field label={t('Name')} name="name" autocomplete="name" maxLength={64} defaultValue={account.name} />
      </Form>
    </Panel>
  );
}

function Password() {
  const { api } = useViewer();
  const [changes, setChanges] = useState(0);
  return (
    <Panel title={t('Password')}>
      <Form
        key={changes}
        action={t('Change the password')}
        kind="plain"
        names={{ password: t('Present password') }}
        onSend={async (form) => {
          await changePassword(api, secretOf(form, 'currentPassword'), secretOf(form, 'newPassword'));
          setChanges(changes + 1);
        }}
      >
        <Field
          label={t('Present password')}
          name="currentPassword"
          type="password"
          autocomplete="current-password"
        />
        <NewPassword label={t('New password')} name="newPassword" />
      </Form>
      <p class="note" role="status">
        {changes > 0 && t('Changed. You are signed out everywhere else.')}
      </p>
    </Panel>
  );
}
