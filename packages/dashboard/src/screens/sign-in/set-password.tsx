/** What a link of an owner opens: an invitation, or a new password for one that was forgotten. */
import type { Api, ApiError } from '../../api/client.ts';
import { setPassword } from '../../api/sign-in.ts';
import { NewPassword } from '../../ui/field.tsx';
import { Form, secretOf } from '../../ui/form.tsx';
import { t } from '../../words/words.ts';

interface SetPasswordProps {
  readonly api: Api;
  readonly token: string;
  readonly onSet: () => Promise<void>;
}

const words = ({ refusal }: ApiError): string | null =>
  refusal?.field === 'token'
    ? t(
        'This link was used already, was replaced by another, or is past its time. Ask an owner for a new one.',
      )
    : null;

export const SetPassword = ({ api, token, onSet }: SetPasswordProps) => (
  <>
    <p class="note">{t('You then sign in with your email address and this password.')}</p>
    <Form
      action={t('Set the password')}
      words={words}
      onSend={async (form) => {
        await setPassword(api, token, secretOf(form, 'newPassword'));
        await onSet();
      }}
    >
      <NewPassword label={t('New password')} name="newPassword" />
    </Form>
  </>
);
