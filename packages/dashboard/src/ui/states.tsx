/** What stands where numbers would: on their way, not to be had, none, or too few to show. */
import type { ComponentChildren } from 'preact';
import type { ApiError, FailureKind } from '../api/client.ts';
import { problemWords } from '../model/problem-words.ts';
import { type Hidden, noRowsWords, waitingWords } from '../model/waiting.ts';
import { useView } from '../state/view.ts';
import { type Msg, msg, t } from '../words/words.ts';
import { Icon } from './icon.tsx';

/** Grey lines that take the room the numbers will take. */
export const Skeleton = ({ lines = 6 }: { readonly lines?: number }) => (
  <div class="skeleton" role="status">
    <span class="visually-hidden">{t('Loading')}</span>
    {Array.from({ length: lines }, (_, line) => (
      <span key={line} style={{ inlineSize: `${92 - ((line * 17) % 45)}%` }} />
    ))}
  </div>
);

interface MessageProps {
  readonly title: string;
  readonly children?: ComponentChildren;
}

export const Message = ({ title, children }: MessageProps) => (
  <div class="message">
    <p class="message-title">{title}</p>
    {children}
  </div>
);

const FAILURES: { readonly [kind in FailureKind]?: Msg } = {
  unreachable: msg('The collector cannot be reached'),
  forbidden: msg('This is not for your account'),
};

export const Failure = ({ error, onRetry }: { readonly error: ApiError; readonly onRetry: () => void }) => (
  <div class="message" role="alert">
    <p class="message-title">{t(FAILURES[error.kind] ?? msg('This could not be shown'))}</p>
    <p>
      {error.kind === 'unreachable'
        ? t('Check that it is running and that you are online.')
        : problemWords(error)}
    </p>
    <button type="button" class="button" onClick={onRetry}>
      {t('Try again')}
    </button>
  </div>
);

/** A report without rows: because too few came, or because nobody did. */
export function NoRows({ report }: { readonly report: Omit<Hidden, 'other'> }) {
  const { site } = useView();
  const { title, text } = noRowsWords(report, { archive: site.kind === 'archive' });
  return (
    <Message title={title}>
      <p>{text}</p>
    </Message>
  );
}

/** Under rows: what is counted but has no row. */
export function WaitingNote({ report }: { readonly report: Hidden }) {
  const words = waitingWords(report);
  if (words === null) return null;
  return (
    <p class="waiting-note">
      <Icon name="wait" />
      <span>{words}</span>
    </p>
  );
}

/** Under rows whose exits are not all told. */
export const ExitsNote = ({ rows }: { readonly rows: readonly { readonly exits: number | null }[] }) =>
  rows.some(({ exits }) => exits === null) ? (
    <p class="waiting-note">
      <Icon name="wait" />
      <span>{t('A dash under exits: not settled yet, or too few to tell.')}</span>
    </p>
  ) : null;
