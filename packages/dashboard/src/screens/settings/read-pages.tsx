/** Has the pages of the store read for its catalogue: start, how far it is, what was found, and then take it over or not. */
import type {
  CatalogueEntry,
  CatalogueReading,
  ReadingFound,
  SiteSummary,
  TermKind,
} from '@holloway/protocol';
import { TERM_KINDS } from '@holloway/protocol';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../api/client.ts';
import { dropReading, lookAtReading, startReading, takeReading } from '../../api/site-settings.ts';
import { formatCount } from '../../model/format.ts';
import { problemWords } from '../../model/problem-words.ts';
import { SKIP_WORDS } from '../../model/skip-words.ts';
import { useAnswer } from '../../state/answer.ts';
import { useViewer } from '../../state/viewer.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Ready } from '../../ui/ready.tsx';
import { SettingForm, TextSetting } from '../../ui/setting-form.tsx';
import { t, tn } from '../../words/words.ts';
import { KIND_NAMES } from './kind-names.ts';

const LOOK_EVERY_MS = 1_000;

interface ReadPagesProps {
  readonly site: Pick<SiteSummary, 'id'>;
  /** Something was declared. */
  readonly onTaken: () => void;
}

export function ReadPages({ site, onTaken }: ReadPagesProps) {
  const { api } = useViewer();
  const asked = useAnswer(`reading ${site.id}`, () => lookAtReading(api, site.id));
  const [taken, setTaken] = useState('');
  const { result, retry } = asked;
  const state = result.state === 'ready' ? result.value.state : null;
  useEffect(() => {
    if (state !== 'running') return;
    // After the last answer: asked again before it came, none would ever be shown.
    const timer = setTimeout(retry, LOOK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [result]);
  return (
    <section class="read-pages" aria-label={t('From the pages of the store')}>
      <h3>{t('From the pages of the store')}</h3>
      <Ready of={asked} lines={3}>
        {(reading) => (
          <Reading
            reading={reading}
            site={site}
            onChange={() => {
              setTaken('');
              retry();
            }}
            onTaken={(words) => {
              setTaken(words);
              retry();
              onTaken();
            }}
          />
        )}
      </Ready>
      <p class="note" role="status">
        {state === 'none' && taken}
      </p>
    </section>
  );
}

interface ReadingProps {
  readonly reading: CatalogueReading;
  readonly site: ReadPagesProps['site'];
  readonly onChange: () => void;
  readonly onTaken: (words: string) => void;
}

function Reading({ reading, site, onChange, onTaken }: ReadingProps) {
  switch (reading.state) {
    case 'none':
    case 'failed':
      return <Start hasFailed={reading.state === 'failed'} site={site} onChange={onChange} />;
    case 'running':
      return <Running reading={reading} site={site} onChange={onChange} />;
    case 'found':
      return <Found reading={reading} site={site} onChange={onChange} onTaken={onTaken} />;
  }
}

type Part = Pick<ReadingProps, 'site' | 'onChange'>;

function Start({ hasFailed, site, onChange }: Part & { readonly hasFailed: boolean }) {
  const { api } = useViewer();
  const start = async (form: FormData): Promise<readonly string[]> => {
    await startReading(api, site.id, String(form.get('sitemap') ?? '').trim());
    onChange();
    return [];
  };
  return (
    <>
      <p class="note">
        {hasFailed
          ? t('The last reading ended by an error of the collector; nothing of it was added.')
          : t(
              'The collector reads the pages that the sitemap of your store names, one after another, and shows you what it found. Nothing is added before you say so.',
            )}
      </p>
      <SettingForm action={t('Read the pages')} kind="plain" onSend={start}>
        <TextSetting
          label={t('Address of the sitemap')}
          name="sitemap"
          type="url"
          hint={t(
            'Leave it empty where it is the usual one: the one that robots.txt names, or /sitemap.xml.',
          )}
        />
      </SettingForm>
    </>
  );
}

function Running({
  reading: { pages, read, unchanged, failed, left },
  site,
  onChange,
}: Part & { readonly reading: Extract<CatalogueReading, { state: 'running' }> }) {
  const done = read + unchanged + failed;
  return (
    <>
      <p role="status">
        {done + left === 0
          ? tn(pages, 'Reading the sitemap: {n} page so far.', 'Reading the sitemap: {n} pages so far.')
          : t('{done} of {all} pages looked at.', {
              done: formatCount(done),
              all: formatCount(done + left),
            })}
      </p>
      <progress
        aria-label={t('Pages that were looked at')}
        {...(done + left === 0 ? {} : { value: done, max: done + left })}
      />
      <p class="note">{t('You may leave this screen: it goes on, and waits for you here.')}</p>
      <Deed what={t('Cancel')} site={site} onDone={onChange} />
    </>
  );
}

/** Ends the reading, or forgets what it found. */
function Deed({
  what,
  site,
  onDone,
}: {
  readonly what: string;
  readonly site: Part['site'];
  onDone(): void;
}) {
  const { api } = useViewer();
  const [problem, setProblem] = useState('');
  const drop = async (): Promise<void> => {
    try {
      await dropReading(api, site.id);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // Somebody else has ended it.
      if (error.kind !== 'missing') return setProblem(problemWords(error));
    }
    onDone();
  };
  return (
    <>
      <button type="button" class="button" onClick={() => void drop()}>
        {what}
      </button>
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

const sum = (counts: { readonly [kind in TermKind]?: number }): number =>
  Object.values(counts).reduce((total, n) => total + n, 0);

const addedWords = (added: { readonly [kind in TermKind]?: number }, changed: number): string =>
  tn(
    sum(added),
    '{n} new name was added, {changed} changed.',
    '{n} new names were added, {changed} changed.',
    {
      changed: formatCount(changed),
    },
  );

function Found({
  reading,
  site,
  onChange,
  onTaken,
}: Part & Pick<ReadingProps, 'onTaken'> & { readonly reading: ReadingFound }) {
  const { api } = useViewer();
  const { found, added, changed, examples } = reading;
  const kinds = TERM_KINDS.filter((kind) => found[kind] !== undefined);
  const take = async (): Promise<readonly string[]> => {
    const told = await takeReading(api, site.id);
    onTaken(addedWords(told.added, told.changed));
    return [];
  };
  const isNews = sum(added) + changed > 0;
  return (
    <>
      {summaryOf(reading).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {kinds.length > 0 && (
        <DataTable
          caption={t('Found on the pages')}
          rows={kinds}
          rowKey={(kind) => kind}
          columns={[
            { title: t('Kind'), cell: (kind) => t(KIND_NAMES[kind]) },
            { title: t('Found'), kind: 'number', cell: (kind) => formatCount(found[kind] ?? 0) },
            { title: t('New'), kind: 'number', cell: (kind) => formatCount(added[kind] ?? 0) },
          ]}
        />
      )}
      <Skipped reading={reading} />
      {examples.length > 0 && <Examples entries={examples} />}
      {isNews ? (
        <SettingForm
          action={t('Add what was found')}
          kind="primary"
          onSend={take}
          more={<Deed what={t('Forget it')} site={site} onDone={onChange} />}
        >
          {changed > 0 && (
            <p class="note">
              {tn(
                changed,
                '{n} name that is known already would be called or filed otherwise.',
                '{n} names that are known already would be called or filed otherwise.',
              )}
            </p>
          )}
        </SettingForm>
      ) : (
        <Deed what={t('Done')} site={site} onDone={onChange} />
      )}
    </>
  );
}

function summaryOf({
  pages,
  read,
  unchanged,
  left,
  elsewhere,
  isCut,
  added,
  changed,
}: ReadingFound): string[] {
  return [
    tn(
      pages,
      'The sitemap names {n} page; {read} read, {unchanged} unchanged since the last time.',
      'The sitemap names {n} pages; {read} read, {unchanged} unchanged since the last time.',
      {
        read: formatCount(read),
        unchanged: formatCount(unchanged),
      },
    ),
    ...(sum(added) + changed === 0 ? [t('It adds nothing to what is known already.')] : []),
    ...(elsewhere > 0
      ? [
          tn(
            elsewhere,
            '{n} address is of another site, and was left out.',
            '{n} addresses are of other sites, and were left out.',
          ),
        ]
      : []),
    ...(isCut || left > 0 ? [t('It names more than is read at once; the command line reads the rest.')] : []),
  ];
}

function Skipped({ reading: { skipped } }: { readonly reading: Pick<ReadingFound, 'skipped'> }) {
  if (skipped.length === 0) return null;
  return (
    <details>
      <summary>{t('What was not read, and why')}</summary>
      <ul>
        {skipped.map(({ reason, n, paths }) => (
          <li key={reason}>
            {t(SKIP_WORDS[reason])}: {paths.join(', ')}
            {n > paths.length && ` ${t('and {n} more', { n: formatCount(n - paths.length) })}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

const Examples = ({ entries }: { readonly entries: readonly CatalogueEntry[] }) => (
  <details>
    <summary>{t('The first of the new names')}</summary>
    <DataTable
      caption={t('New names')}
      rows={entries}
      rowKey={({ kind, text }) => `${kind} ${text}`}
      columns={[
        { title: t('Kind'), cell: ({ kind }) => t(KIND_NAMES[kind]) },
        { title: t('Text'), cell: ({ text }) => text },
        { title: t('Name'), cell: ({ label }) => label ?? '–' },
      ]}
    />
  </details>
);
