/** What stands where numbers would: on their way, not to be had, none, or too few to show. */
import type { Report, SiteSummary } from '@holloway/protocol';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ApiError } from '../api/client.ts';
import { formatCount, plural } from '../model/format.ts';
import { useView } from '../state/view.ts';
import { Icon } from './icon.tsx';

/** Grey lines that take the room the numbers will take. */
export const Skeleton = ({ lines = 6 }: { readonly lines?: number }) => (
  <div class="skeleton" role="status">
    <span class="visually-hidden">Loading</span>
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

export const Failure = ({ error, onRetry }: { readonly error: ApiError; readonly onRetry: () => void }) => (
  <div class="message" role="alert">
    <p class="message-title">
      {error.kind === 'unreachable' ? 'The collector cannot be reached' : 'This could not be shown'}
    </p>
    <p>
      {error.kind === 'unreachable' ? 'Check that it is running and that you are online.' : error.message}
    </p>
    <button type="button" class="button" onClick={onRetry}>
      Try again
    </button>
  </div>
);

/** A report without rows: because too few came, or because nobody did. */
export function NoRows({ report }: { readonly report: Pick<Report, 'waiting' | 'k' | 'slice'> }) {
  const { waiting, k, slice } = report;
  const { site } = useView();
  if (waiting.n > 0) {
    return (
      <Message title="Too few to show yet">
        <p>
          {formatCount(waiting.n)} {waiting.n === 1 ? 'count waits' : 'counts wait'} in{' '}
          {plural(waiting.rows, 'row')} until {k} browsers stand behind {waiting.rows === 1 ? 'it' : 'each'}.
          None is lost: a row shows as soon as it is large enough to point at nobody.
        </p>
      </Message>
    );
  }
  return (
    <Message title="Nothing of this kind was counted">
      <p>
        {slice === '*'
          ? 'No visit of these days tells it.'
          : 'No visit of this slice and these days tells it.'}{' '}
        {site.kind === 'archive' ? 'An imported history may not know it.' : 'Choose other days above.'}
      </p>
    </Message>
  );
}

/** Under rows: what is counted but has no row. */
export function WaitingNote({ report }: { readonly report: Pick<Report, 'waiting' | 'k' | 'other'> }) {
  const { waiting, k, other } = report;
  if (waiting.n === 0 && other === 0) return null;
  return (
    <p class="waiting-note">
      <Icon name="wait" />
      <span>
        {waiting.n > 0 && (
          <>
            {formatCount(waiting.n)} more {waiting.n === 1 ? 'waits' : 'wait'} in{' '}
            {plural(waiting.rows, 'row')} for {k} browsers each.{' '}
          </>
        )}
        {other > 0 && <>{formatCount(other)} are counted without a name.</>}
      </span>
    </p>
  );
}

const scriptTag = (site: string, origin: string): string =>
  `<script src="${origin}/holloway.js" data-site="${site}" defer></script>`;

/** A site that never counted: what to paste. */
export function NotInstalled({ site, origin }: { readonly site: SiteSummary; readonly origin: string }) {
  const [copied, setCopied] = useState(false);
  const tag = scriptTag(site.id, origin);
  return (
    <Message title={`${site.name} has not counted a visit yet`}>
      <p>
        Paste this line into the head of every page of the store. Numbers appear here once visitors agree to
        be counted, and {site.k === 1 ? 'a first browser has' : `${site.k} browsers have`} sent them.
      </p>
      <pre class="code">
        <code>{tag}</code>
      </pre>
      <button
        type="button"
        class="button"
        onClick={() => {
          navigator.clipboard.writeText(tag).then(
            () => setCopied(true),
            () => {
              // Refused by the browser: the line is there to be selected.
            },
          );
        }}
      >
        {copied ? 'Copied' : 'Copy the line'}
      </button>
    </Message>
  );
}
