/** Opens the page that is looked at on the store's own site, where its numbers are drawn over it. */
import { useEffect, useId, useState } from 'preact/hooks';
import { getPlaces, makeCode } from '../../api/overlay.ts';
import { isTemplate, liveAddress } from '../../model/live-address.ts';
import { useAnswer } from '../../state/answer.ts';
import { useView } from '../../state/view.ts';
import { useViewer } from '../../state/viewer.ts';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Ready } from '../../ui/ready.tsx';
import { spoken, t } from '../../words/words.ts';
import '../../style/form.css';

/** A code is good for two minutes. */
const RENEW_MS = 100_000;

export function LivePage({ page }: { readonly page: string }) {
  const { site } = useView();
  const { byLink } = useViewer();
  // An archive has no pages, and a link shows its view alone.
  if (byLink === true || site.kind === 'archive') return null;
  return (
    <Popover
      class="live-page"
      title={t('Open on the live page')}
      button={
        <>
          <Icon name="layout" />
          {t('Open on the live page')}
        </>
      }
    >
      {() => <Places page={page} />}
    </Popover>
  );
}

function Places({ page }: { readonly page: string }) {
  const { api, site } = useView();
  const places = useAnswer(`places ${site.id}`, () => getPlaces(api, site.id));
  return (
    <Ready of={places} lines={4}>
      {([first, ...others]) =>
        first === undefined ? (
          <p class="why">
            {t(
              'No address of this site is known, so its pages cannot be opened from here. An owner adds it in the settings.',
            )}
          </p>
        ) : (
          <Opening page={page} origins={[first, ...others]} />
        )
      }
    </Ready>
  );
}

interface OpeningProps {
  readonly page: string;
  readonly origins: readonly [string, ...string[]];
}

function Opening({ page, origins }: OpeningProps) {
  const [origin, setOrigin] = useState(origins[0]);
  const [path, setPath] = useState(page);
  const id = useId();
  return (
    <div class="form">
      <p class="why">
        {t(
          'The numbers are drawn over the page of your store, in this browser alone: no visitor sees them, and your look is not counted.',
        )}
      </p>
      {origins.length > 1 && (
        <div class="field">
          <label for={`${id}-origin`}>{t('Address of the store')}</label>
          <select
            id={`${id}-origin`}
            value={origin}
            onChange={({ currentTarget }) => setOrigin(currentTarget.value)}
          >
            {origins.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </div>
      )}
      <div class="field">
        <label for={`${id}-path`}>{t('Path of the page')}</label>
        <input
          id={`${id}-path`}
          value={path}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}-hint`}
          onInput={({ currentTarget }) => setPath(currentTarget.value)}
        />
        <small id={`${id}-hint`}>
          {origins.length > 1 ? hintOf(path) : `${origin} ${hintOf(path)}`.trim()}
        </small>
      </div>
      <OpenLink origin={origin} path={path} />
    </div>
  );
}

const hintOf = (path: string): string =>
  isTemplate(path) ? t('The part with “:” stands for many pages: put that of one in its place.') : '';

/** A link, which no browser holds back as it may a window that a script opens; with a new code after each use. */
function OpenLink({ origin, path }: { readonly origin: string; readonly path: string }) {
  const { api, site, days } = useView();
  const asked = useAnswer(`code ${site.id} ${days.from} ${days.to}`, () =>
    makeCode(api, site.id, { from: days.from, to: days.to, language: spoken() }),
  );
  useEffect(() => {
    const timer = setTimeout(asked.retry, RENEW_MS);
    return () => clearTimeout(timer);
  }, [asked.result]);
  return (
    <Ready of={asked} lines={1}>
      {({ code }) => {
        const address = liveAddress(origin, path.trim(), code);
        return address === null ? (
          <p class="problem" role="status">
            {t('The path begins with “/” and leads to a single page of the store.')}
          </p>
        ) : (
          <>
            <a
              class="button primary"
              href={address}
              target="_blank"
              rel="noopener noreferrer"
              // Once the browser has read where it leads.
              onClick={() => setTimeout(asked.retry)}
            >
              {t('Open in a new tab')}
            </a>
            <p class="note">
              {t('It works once, within two minutes. Links that you follow there take the numbers along.')}
            </p>
          </>
        );
      }}
    </Ready>
  );
}
