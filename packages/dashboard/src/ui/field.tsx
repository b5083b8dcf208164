/** A field with its label above and a hint below. */
import type { InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../words/words.ts';

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
  /** Default: text. */
  readonly type?: 'date' | 'email' | 'number' | 'password';
  readonly autocomplete: string;
  /** Default: true. */
  readonly required?: boolean;
  readonly defaultValue?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  /** Of a date, a day. */
  readonly max?: number | string;
  readonly pattern?: string;
  readonly title?: string;
  readonly inputMode?: 'numeric';
  readonly spellcheck?: boolean;
  readonly autofocus?: boolean;
}

export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        required
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        // Preact has one shape of attributes a type of field; those given here are the same in all of ours.
        {...(input as InputHTMLAttributes<HTMLInputElement>)}
      />
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}

/** A password that is about to be set. */
export const NewPassword = ({ label, name }: { readonly label: string; readonly name: string }) => (
  <Field
    label={label}
    name={name}
    type="password"
    autocomplete="new-password"
    minLength={12}
    maxLength={128}
    hint={t('12 to 128 characters. Long beats complicated.')}
  />
);

/** The code that an authenticator app shows at this moment. */
export const CodeField = ({ autofocus = false }: { readonly autofocus?: boolean }) => (
  <Field
    label={t('Code of your authenticator app')}
    name="code"
    inputMode="numeric"
    autocomplete="one-time-code"
    pattern="[0-9]{6}"
    maxLength={6}
    title={t('six digits')}
    autofocus={autofocus}
  />
);
