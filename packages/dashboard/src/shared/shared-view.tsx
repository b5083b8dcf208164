/** What a link shows: one view of one site, to read. Asks first what the link is for; says so in words where it is over. */
import type { Shared } from '@holloway/protocol';
import { useEffect, useMemo, useState } from 'preact/hooks';
import '../style/shared.css';
import type { AppearanceProps } from '../shell/appearance.tsx';
import { useAnswer } from '../state/answer.ts';
import type { Session } from '../state/session.ts';
import { createSharedLocation } from '../state/shared-location.ts';
import { Failure, Message, Skeleton } from '../ui/states.tsx';
import { t } from '../words/words.ts';
import { type LinkDeps, type OpenedLink, openLink } from './open-link.ts';
import { SharedScreen } from './shared-screen.tsx';

interface SharedViewProps extends Pick<AppearanceProps, 'onLanguage'> {
  readonly token: string;
  readonly linkDeps: LinkDeps;
  readonly session: Session;
  readonly theme: { readonly current: AppearanceProps['theme'] };
}

export function SharedView({ token, linkDeps, session, theme, onLanguage }: SharedViewProps) {
  const [isOver, setOver] = useState(false);
  const link = useMemo(() => openLink(token, linkDeps, () => setOver(true)), [token]);
  const { result, retry } = useAnswer('shared', () => link.api.get<Shared>('/v1/shared'));
  if (isOver) return <Over />;
  if (result.state === 'loading')
    return (
      <main class="alone">
        <Skeleton />
      </main>
    );
  if (result.state === 'ready')
    return <Opened {...{ link, session, onLanguage }} shared={result.value} theme={theme.current} />;
  // No link, or one of a site that is gone: whoever has it can do no more about it.
  if (result.error.kind === 'forbidden' || result.error.kind === 'missing') return <Over />;
  return (
    <main class="alone">
      <Failure error={result.error} onRetry={retry} />
    </main>
  );
}

const Over = () => (
  <main class="alone">
    <Message title={t('This link shows nothing any more')}>
      <p>
        {t(
          'Its time is over, it was revoked, or whoever made it no longer sees this site. Ask them for a new one.',
        )}
      </p>
    </Message>
  </main>
);

interface OpenedProps extends AppearanceProps {
  readonly link: OpenedLink;
  readonly shared: Shared;
  readonly session: Session;
}

function Opened({ shared, ...props }: OpenedProps) {
  const location = useMemo(() => createSharedLocation(window, shared), [shared]);
  useEffect(() => () => location?.close(), [location]);
  if (location === null)
    return (
      <main class="alone">
        <Message title={t('This view cannot be seen by a link')}>
          <p>{t('A link shows reports, and nothing else. Ask whoever sent it for one to another view.')}</p>
        </Message>
      </main>
    );
  return <SharedScreen {...props} shared={shared} location={location} />;
}
