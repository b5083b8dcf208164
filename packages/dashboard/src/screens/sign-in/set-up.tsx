/** The first account of a collector, for whoever can read the code beside its data. */
import type { Api } from '../../api/client.ts';
import { makeFirstAccount, signIn } from '../../api/sign-in.ts';
import { Field, NewPassword } from '../../ui/field.tsx';
import { Form, secretOf, textOf } from '../../ui/form.tsx';
import { t } from '../../words/words.ts';

interface SetUpProps {
  readonly api: Api;
  readonly onIn: () => Promise<void>;
}

export const SetUp = ({ api, onIn }: SetUpProps) => (
  <>
    <p class="note">
      {t('Nobody has an account here yet. The first one is yours, and owns this collector.')}
    </p>
    <Form
      action={t('Make the account')}
      onSend={async (form) => {
        const [email, password] = [textOf(form, 'email'), secretOf(form, 'password')];
        await makeFirstAccount(api, { code: textOf(form, 'code'), email, password });
        await signIn(api, email, password);
        await onIn();
      }}
    >
      <Field
        label={t('Set-up code')}
        name="code"
        autocomplete="off"
        spellcheck={false}
        hint={t(
          'It stands in the file setup-code, in the data folder. The collector said where when it started.',
        )}
      />
      <Field label={t('Email')} type="email" name="email" autocomplete="username" />
      <NewPassword label={t('Password')} name="password" />
    </Form>
  </>
);
