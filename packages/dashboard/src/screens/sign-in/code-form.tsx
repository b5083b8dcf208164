/** The second step of signing in: the code of the authenticator app, or a backup code in its place. */
import { useState } from 'preact/hooks';
import { type Api, ApiError } from '../../api/client.ts';
import { type CodeKind, verifyCode } from '../../api/sign-in.ts';
import { problemWords } from '../../model/problem-words.ts';
import { CodeField, Field } from '../../ui/field.tsx';
import { Form, textOf } from '../../ui/form.tsx';
import { t } from '../../words/words.ts';

interface CodeFormProps {
  readonly api: Api;
  readonly onIn: () => Promise<void>;
  /** Back to the password, and why. */
  readonly onAgain: (said: string | null) => void;
}

/** After five wrong codes the password is asked for again. */
const TOO_MANY = 400;

export function CodeForm({ api, onIn, onAgain }: CodeFormProps) {
  const [kind, setKind] = useState<CodeKind>('totp');
  const isApp = kind === 'totp';
  return (
    <>
      <Form
        key={kind}
        action={t('Go on')}
        onSend={async (form) => {
          try {
            await verifyCode(api, kind, textOf(form, 'code'));
          } catch (error) {
            const tooMany = error instanceof ApiError && error.refusal?.status === TOO_MANY;
            if (!tooMany) throw error;
            return onAgain(problemWords(error));
          }
          await onIn();
        }}
        more={
          <button type="button" class="button" onClick={() => onAgain(null)}>
            {t('Back')}
          </button>
        }
      >
        {isApp ? (
          <CodeField autofocus />
        ) : (
          <Field label={t('Backup code')} name="code" autocomplete="off" spellcheck={false} autofocus />
        )}
      </Form>
      <button type="button" class="quiet" onClick={() => setKind(isApp ? 'backup-code' : 'totp')}>
        {isApp ? t('Use a backup code') : t('Use the authenticator app')}
      </button>
    </>
  );
}
