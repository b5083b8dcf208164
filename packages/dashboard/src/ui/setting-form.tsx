/**
 * A form of settings: every rule that is broken is said at its field, by the name that the collector has for it, and of
 * what was saved the change.
 */
import type { Issue } from '@holloway/protocol';
import { type ComponentChildren, createContext, type InputHTMLAttributes } from 'preact';
import { useContext, useId, useState } from 'preact/hooks';
import { ApiError } from '../api/client.ts';
import { problemWords } from '../model/problem-words.ts';
import '../style/form.css';
import '../style/settings.css';

const Issues = createContext<readonly Issue[]>([]);

/** `origins[0]` is of `origins`, `arms[0].name` of itself. */
const isOf = (field: string, name: string): boolean =>
  field === name || field.startsWith(`${name}[`) || field.startsWith(`${name}.`);

const issuesOf = ({ refusal }: ApiError): readonly Issue[] => {
  const { field, rule, errors } = refusal ?? {};
  if (errors !== undefined && errors.length > 0) return errors;
  return field === undefined || rule === undefined ? [] : [{ field, rule }];
};

const textOfIssue = ({ field, rule }: Issue): string => `${field} ${rule}.`;

interface SettingFormProps {
  readonly action: string;
  readonly kind?: 'primary' | 'plain' | 'danger';
  /** What the collector calls a field to what it is called here. Default: the same. */
  readonly nameOf?: (field: string) => string;
  /** Resolves with what is to be said of it, a line each; rejects with an `ApiError` where it is refused. */
  readonly onSend: (form: FormData) => Promise<readonly string[]>;
  readonly more?: ComponentChildren;
  readonly children: ComponentChildren;
}

type Told =
  | { readonly is: 'nothing' | 'busy' }
  | { readonly is: 'done'; readonly lines: readonly string[] }
  | { readonly is: 'refused'; readonly at: readonly Issue[]; readonly elsewhere: readonly string[] };

function refusedBy(error: ApiError, form: HTMLFormElement, nameOf: (field: string) => string): Told {
  const names = [...form.elements].flatMap((element) => element.getAttribute('name') ?? []);
  const issues = issuesOf(error).map(({ field, rule }) => ({ field: nameOf(field), rule }));
  const at = issues.filter(({ field }) => names.some((name) => isOf(field, name)));
  const elsewhere = issues.filter((issue) => !at.includes(issue)).map(textOfIssue);
  return { is: 'refused', at, elsewhere: issues.length === 0 ? [problemWords(error)] : elsewhere };
}

export function SettingForm(props: SettingFormProps) {
  const { action, kind = 'primary', nameOf = (field) => field, onSend, more, children } = props;
  const [told, setTold] = useState<Told>({ is: 'nothing' });
  const send = async (form: HTMLFormElement): Promise<void> => {
    setTold({ is: 'busy' });
    try {
      setTold({ is: 'done', lines: await onSend(new FormData(form)) });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const refused = refusedBy(error, form, nameOf);
      setTold(refused);
      const [first] = refused.is === 'refused' ? refused.at : [];
      const fields = [...form.elements] as HTMLElement[];
      fields
        .find((field) => first !== undefined && isOf(first.field, field.getAttribute('name') ?? ' '))
        ?.focus();
    }
  };
  return (
    <Issues.Provider value={told.is === 'refused' ? told.at : []}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (told.is !== 'busy') void send(event.currentTarget);
        }}
      >
        {children}
        <div class="problem" role="alert">
          {told.is === 'refused' && told.elsewhere.map((text) => <p key={text}>{text}</p>)}
        </div>
        <div class="form-foot">
          <button type="submit" class={`button ${kind}`} aria-busy={told.is === 'busy'}>
            {action}
          </button>
          {more}
        </div>
        <div class="saved note" role="status">
          {told.is === 'done' && told.lines.map((line) => <p key={line}>{line}</p>)}
        </div>
      </form>
    </Issues.Provider>
  );
}

interface SettingProps {
  readonly label: string;
  /** As the collector calls it. */
  readonly name: string;
  readonly hint?: ComponentChildren;
  /** What is wrong with it now. */
  readonly children: (attributes: SettingAttributes) => ComponentChildren;
}

interface SettingAttributes {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

/** A label, a field, a hint, and what is wrong with what stands in it. */
export function Setting({ label, name, hint, children }: SettingProps) {
  const id = useId();
  const own = useContext(Issues).filter(({ field }) => isOf(field, name));
  const described = [hint === undefined ? [] : `${id}-hint`, own.length === 0 ? [] : `${id}-wrong`].flat();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        name,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': own.length === 0 ? undefined : true,
      })}
      {own.length > 0 && (
        <p class="problem" id={`${id}-wrong`}>
          {own.map(textOfIssue).join(' ')}
        </p>
      )}
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}

interface TextSettingProps extends Omit<SettingProps, 'children'> {
  readonly value?: string | number;
  readonly type?: 'number' | 'url' | 'file';
  readonly list?: string;
  readonly accept?: string;
  readonly readOnly?: boolean;
}

export const TextSetting = ({ label, name, hint, value, ...input }: TextSettingProps) => (
  <Setting label={label} name={name} hint={hint}>
    {(attributes) => (
      <input
        {...attributes}
        autocomplete="off"
        // Preact has one shape of attributes a type of field; those given here are the same in all of ours.
        {...(input as InputHTMLAttributes<HTMLInputElement>)}
        defaultValue={value === undefined ? undefined : String(value)}
      />
    )}
  </Setting>
);

/** Several lines. */
export const LinesSetting = ({
  label,
  name,
  hint,
  value,
  rows,
}: TextSettingProps & { readonly rows: number }) => (
  <Setting label={label} name={name} hint={hint}>
    {(attributes) => (
      <textarea {...attributes} rows={rows} spellcheck={false} defaultValue={String(value ?? '')} />
    )}
  </Setting>
);
