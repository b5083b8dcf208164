/** A form: waits while it is sent, says in words what was refused, and leads to the field at fault. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ApiError } from '../api/client.ts';
import { problemWords } from '../model/problem-words.ts';
import '../style/form.css';

interface FormProps {
  /** What its button says. */
  readonly action: string;
  readonly kind?: 'primary' | 'danger' | 'plain';
  /** Of fields, as they are called here. */
  readonly names?: { readonly [field: string]: string };
  /** In place of what the collector says; `null` leaves it. */
  readonly words?: (error: ApiError) => string | null;
  /** Rejects with an `ApiError` where it is refused. */
  readonly onSend: (form: FormData) => Promise<void>;
  /** Beside the button. */
  readonly more?: ComponentChildren;
  readonly children?: ComponentChildren;
}

export const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
/** As it was typed: a space may be part of it. */
export const secretOf = (form: FormData, name: string): string => String(form.get(name) ?? '');

export function Form({ action, kind = 'primary', names, words, onSend, more, children }: FormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (form: HTMLFormElement): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await onSend(new FormData(form));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(words?.(error) ?? problemWords(error, names));
      const field = form.elements.namedItem(error.refusal?.field ?? '');
      if (field instanceof HTMLInputElement) field.select();
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send(event.currentTarget);
      }}
    >
      {children}
      <p class="problem" role="alert">
        {problem}
      </p>
      <div class="form-foot">
        <button type="submit" class={`button ${kind}`} aria-busy={busy}>
          {action}
        </button>
        {more}
      </div>
    </form>
  );
}
