/** Passkeys in place of password and code: added, named, removed. */
import { useState } from 'preact/hooks';
import { canUsePasskeys } from '../../api/can-use-passkeys.ts';
import { addPasskey, listPasskeys, type Passkey, removePasskey } from '../../api/passkeys.ts';
import { formatMoment } from '../../model/format.ts';
import { useAnswer } from '../../state/answer.ts';
import { useViewer } from '../../state/viewer.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form, textOf } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Ready } from '../../ui/ready.tsx';
import { Row, Rows } from '../../ui/rows.tsx';
import { Sure } from '../../ui/sure.tsx';
import { t } from '../../words/words.ts';

export function Passkeys() {
  const { api } = useViewer();
  const asked = useAnswer('passkeys', () => listPasskeys(api));
  const [adds, setAdds] = useState(false);
  const canAdd = canUsePasskeys(location.hostname);
  return (
    <Panel
      title={t('Passkeys')}
      note={t('A fingerprint, a face or the code of your device, in place of password and app.')}
    >
      <Ready of={asked} lines={2}>
        {(passkeys) => <List passkeys={passkeys} onChange={asked.retry} />}
      </Ready>
      {canAdd ? (
        <button type="button" class="button" onClick={() => setAdds(true)}>
          {t('Add a passkey')}
        </button>
      ) : (
        <p class="note">
          {t(
            'Not possible here: this browser has none, or the dashboard was opened by a number and not by a name such as localhost.',
          )}
        </p>
      )}
      {adds && (
        <Dialog title={t('Add a passkey')} onClose={() => setAdds(false)}>
          <Form
            action={t('Go on')}
            names={{ session: t('For a new passkey, your session') }}
            onSend={async (form) => {
              await addPasskey(api, textOf(form, 'name'));
              setAdds(false);
              asked.retry();
            }}
          >
            <Field
              label={t('Name')}
              name="name"
              maxLength={64}
              autocomplete="off"
              hint={t('To know it again, such as the name of the device.')}
            />
          </Form>
        </Dialog>
      )}
    </Panel>
  );
}

interface ListProps {
  readonly passkeys: readonly Passkey[];
  readonly onChange: () => void;
}

function List({ passkeys, onChange }: ListProps) {
  const { api } = useViewer();
  if (passkeys.length === 0) return <p class="note">{t('There is none yet.')}</p>;
  return (
    <Rows label={t('Passkeys')}>
      {passkeys.map(({ id, name, createdAt }) => (
        <Row
          key={id}
          title={name ?? t('Passkey')}
          detail={t('Added {time}', { time: formatMoment(createdAt) })}
        >
          <Sure
            action={t('Remove')}
            question={t('It will no longer let you in. Remove it from the device too.')}
            onSure={async () => {
              await removePasskey(api, id);
              onChange();
            }}
          />
        </Row>
      ))}
    </Rows>
  );
}
