/** Inviting somebody ends with a link: sent to them where mail is set up, and here to hand on. */
import type { LinkMade, Posted, Role } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { invite } from '../../api/staff.ts';
import { useViewer } from '../../state/viewer.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form, textOf } from '../../ui/form.tsx';
import { ToCopy } from '../../ui/to-copy.tsx';
import { type Msg, msg, t, tn } from '../../words/words.ts';
import { RoleField, roleOf, SitesField, sitesOf } from './grant-fields.tsx';

interface InviteProps {
  readonly onClose: () => void;
  readonly onChange: () => void;
}

export function Invite({ onClose, onChange }: InviteProps) {
  const { api } = useViewer();
  const [role, setRole] = useState<Role>('merchandiser');
  const [made, setMade] = useState<LinkMade | null>(null);
  return (
    <Dialog title={t('Invite somebody')} onClose={onClose}>
      {made === null ? (
        <Form
          action={t('Make the link')}
          onSend={async (form) => {
            const name = textOf(form, 'name');
            const who = { email: textOf(form, 'email'), role: roleOf(form), sites: sitesOf(form) };
            setMade(await invite(api, name === '' ? who : { ...who, name }));
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
        <LinkToHandOn made={made} />
      )}
    </Dialog>
  );
}

const HOW: { readonly [mail in Posted]: Msg } = {
  sent: msg('This link was sent by mail. If it does not arrive, hand it on yourself.'),
  failed: msg('The mail could not be sent; the log of the collector says why. Hand this link on yourself.'),
  none: msg('Hand this link on, by mail or in person.'),
};

export const LinkToHandOn = ({
  made: {
    link: { url, hours },
    mail,
  },
}: {
  readonly made: LinkMade;
}) => (
  <>
    <p role="status">
      {t(HOW[mail])}{' '}
      {tn(
        hours,
        'It sets a password, once, within {n} hour; links made before no longer work.',
        'It sets a password, once, within {n} hours; links made before no longer work.',
      )}
    </p>
    <ToCopy text={url} action={t('Copy the link')} />
  </>
);
