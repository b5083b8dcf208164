/** Signing in: with a password, and by the other ways that there are here. */

import { canUsePasskeys } from '../../api/can-use-passkeys.ts';
import { type Api, ApiError } from '../../api/client.ts';
import { beginSingleSignOn, signIn } from '../../api/sign-in.ts';
import { Field } from '../../ui/field.tsx';
import { Form, secretOf, textOf } from '../../ui/form.tsx';
import { t } from '../../words/words.ts';

interface PasswordFormProps {
  readonly api: Api;
  /** The name of the single sign-on; `null` where there is none. */
  readonly singleSignOn: string | null;
  readonly onIn: () => Promise<void>;
  /** The password was right, and a code is asked for beside it. */
  readonly onCode: () => void;
}

const words = ({ refusal }: ApiError): string | null =>
  refusal?.field === 'password' ? t('This email and password do not belong together.') : null;

export function PasswordForm({ api, singleSignOn, onIn, onCode }: PasswordFormProps) {
  return (
    <>
      <Form
        action={t('Sign in')}
        words={words}
        onSend={async (form) => {
          const asksForCode = await signIn(api, textOf(form, 'email'), secretOf(form, 'password'));
          if (asksForCode) onCode();
          else await onIn();
        }}
      >
        <Field label={t('Email')} type="email" name="email" autocomplete="username" />
        <Field label={t('Password')} type="password" name="password" autocomplete="current-password" />
      </Form>
      {canUsePasskeys(location.hostname) && (
        <Form
          action={t('Use a passkey')}
          kind="plain"
          onSend={async () => {
            const { signInWithPasskey } = await import('../../api/passkeys.ts').catch((cause: unknown) => {
              throw new ApiError('unreachable', t('A part of the dashboard did not load.'), { cause });
            });
            await signInWithPasskey(api);
            await onIn();
          }}
        />
      )}
      {singleSignOn !== null && (
        <Form
          action={singleSignOn}
          kind="plain"
          onSend={async () => location.assign(await beginSingleSignOn(api))}
        />
      )}
      <p class="note">
        {t('Forgotten? An owner of this collector can make you a link to choose another password.')}
      </p>
    </>
  );
}
