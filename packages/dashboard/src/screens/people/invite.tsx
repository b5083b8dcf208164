/** Inviting somebody ends with a link to hand on: nothing is sent from here. */
import type { PasswordLink, Role } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { invite } from '../../api/staff.ts';
import { useViewer } from '../../state/viewer.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form, textOf } from '../../ui/form.tsx';
import { ToCopy } from '../../ui/to-copy.tsx';
import { t, tn } from '../../words/words.ts';
import { RoleField, roleOf, SitesField, sitesOf } from './grant-fields.tsx';

interface InviteProps {
  readonly onClose: () => void;
  readonly onChange: () => void;
}

export function Invite({ onClose, onChange }: InviteProps) {
  const { api } = useViewer();
  const [role, setRole] = useState<Role>('merchandiser');
  const [link, setLink] = useState<PasswordLink | null>(null);
  return (
    <Dialog title={t('Invite somebody')} onClose={onClose}>
      {link === null ? (
        <Form
          action={t('Make the link')}
          onSend={async (form) => {
            const name = textOf(form, 'name');
            const who = { email: textOf(form, 'email'), role: roleOf(form), sites: sitesOf(form) };
            setLink(await invite(api, name === '' ? who : { ...who, name }));
            onChange();
          }}
        >
          <Field label={t('Email')} type="email" name="email" autocomplete="off" />
          <Field
            label={t('Name (optional)')}
            name="name"
            autocomplete="off"
            maxLength={64}
            required={false}
          />
          <RoleField role={role} onChange={setRole} />
          {role !== 'owner' && <SitesField />}
        </Form>
      ) : (
        <LinkToHandOn link={link} />
      )}
    </Dialog>
  );
}

export const LinkToHandOn = ({ link: { url, hours } }: { readonly link: PasswordLink }) => (
  <>
    <p role="status">
      {tn(
        hours,
        'Hand this link on, by mail or in person. It sets a password, once, within {n} hour; links made before no longer work.',
        'Hand this link on, by mail or in person. It sets a password, once, within {n} hours; links made before no longer work.',
      )}
    </p>
    <ToCopy text={url} action={t('Copy the link')} />
  </>
);
