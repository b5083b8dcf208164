/** Making a key ends with the key itself, which is shown this once. */
import { KEY_PERMISSIONS, type KeyPermission } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { addKey } from '../../api/staff.ts';
import { PERMISSION_NAMES } from '../../model/staff-words.ts';
import { useViewer } from '../../state/viewer.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Form, textOf } from '../../ui/form.tsx';
import { ToCopy } from '../../ui/to-copy.tsx';
import { type Msg, msg, t } from '../../words/words.ts';
import { SitesField, sitesOf } from '../people/grant-fields.tsx';

const WORDS: { readonly [permission in KeyPermission]: Msg } = {
  read: msg('the reports of its sites'),
  import: msg('history into its sites'),
  metrics: msg('figures of the collector, which tell of this minute'),
};

interface AddKeyProps {
  readonly onClose: () => void;
  readonly onChange: () => void;
}

export function AddKey({ onClose, onChange }: AddKeyProps) {
  const { api } = useViewer();
  const [made, setMade] = useState<string | null>(null);
  return (
    <Dialog title={t('Make a key')} onClose={onClose}>
      {made === null ? (
        <Form
          action={t('Make the key')}
          onSend={async (form) => {
            const days = Number(textOf(form, 'days'));
            const key = {
              name: textOf(form, 'name'),
              permissions: KEY_PERMISSIONS.filter((each) => form.getAll('permission').includes(each)),
              sites: sitesOf(form),
            };
            setMade(await addKey(api, days === 0 ? key : { ...key, days }));
            onChange();
          }}
        >
          <Field
            label={t('Name')}
            name="name"
            autocomplete="off"
            maxLength={64}
            hint={t('What it is for.')}
          />
          <fieldset class="options">
            <legend>{t('May')}</legend>
            {KEY_PERMISSIONS.map((each) => (
              <label key={each}>
                <input type="checkbox" name="permission" value={each} defaultChecked={each === 'read'} />
                <span>
                  {t(PERMISSION_NAMES[each])} <small>{t(WORDS[each])}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <SitesField />
          <Field
            label={t('Days until it expires')}
            name="days"
            type="number"
            autocomplete="off"
            min={1}
            max={3650}
            required={false}
            defaultValue="365"
            hint={t('Left empty, it does not expire.')}
          />
        </Form>
      ) : (
        <>
          <p role="status">{t('Take it now: it cannot be shown again.')}</p>
          <ToCopy text={made} action={t('Copy the key')} />
        </>
      )}
    </Dialog>
  );
}
