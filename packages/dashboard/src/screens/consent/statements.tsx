/** Every statement that was published, and of the chosen one: what changed, and how it was shown. */
import type { Language, SignedStatement, StatementList } from '@holloway/protocol';
import { KEYS_URL, statementUrl } from '../../api/consent-url.ts';
import { formatDays } from '../../model/format.ts';
import { languageName } from '../../model/names.ts';
import { type Answer, useAnswer } from '../../state/answer.ts';
import { optionOf } from '../../state/route.ts';
import { useOptions, useView } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';
import { Ready } from '../../ui/ready.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Message } from '../../ui/states.tsx';
import { tx } from '../../words/parts.ts';
import { t, tn } from '../../words/words.ts';
import { AsShown } from './as-shown.tsx';
import { WhatChanged } from './what-changed.tsx';

type Listed = StatementList['statements'][number];

const VIEWS = ['changes', 'shown'] as const;

export function Statements({ list }: { readonly list: Answer<StatementList | null> }) {
  const { site } = useView();
  return (
    <Panel
      title={t('Statements')}
      note={t('What visitors are asked to agree to: published, signed, each naming the one before it.')}
    >
      <Ready of={list} lines={8}>
        {(published) =>
          published === null ? (
            <Message title={t('Nothing is published')}>
              <p>
                {t('Until a statement is, nobody is asked and nothing is counted. Publish the first one:')}
              </p>
              <pre class="code">
                <code>holloway statement publish {site.id} policy.json</code>
              </pre>
            </Message>
          ) : (
            <History list={published} />
          )
        }
      </Ready>
    </Panel>
  );
}

function History({ list: { statements, current } }: { readonly list: StatementList }) {
  const [options, setOptions] = useOptions();
  const wanted = options.statement?.[0] ?? current;
  const found = statements.findIndex(({ id }) => id === wanted);
  const place = found < 0 ? statements.length - 1 : found;
  const chosen = statements[place];
  return (
    <div class="history">
      <ol class="choices versions" aria-label={t('Statements, the latest first')} reversed>
        {statements
          .map(({ id, published, languages }, at) => (
            <li key={id}>
              <button type="button" aria-pressed={at === place} onClick={() => setOptions({ statement: id })}>
                <span>
                  <span>
                    {t('Version {n}', { n: at + 1 })}
                    <small>{formatDays(published, published)}</small>
                  </span>
                  <small>
                    {id === current ? t('asked now') : ''}
                    <br />
                    {tn(languages.length, '{n} language', '{n} languages')}
                  </small>
                </span>
              </button>
            </li>
          ))
          .reverse()}
      </ol>
      {chosen !== undefined && (
        <Version listed={chosen} place={place} before={statements[place - 1] ?? null} />
      )}
    </div>
  );
}

interface VersionProps {
  readonly listed: Listed;
  readonly place: number;
  readonly before: Listed | null;
}

function Version({ listed, place, before }: VersionProps) {
  const { api, site } = useView();
  const [options, setOptions] = useOptions();
  const view = optionOf(options, 'view', VIEWS);
  const [first = 'en', ...others] = listed.languages;
  const language = optionOf<Language>(options, 'language', [first, ...others]);
  const signed = useAnswer(`${site.id} ${listed.id}`, () => api.getStatement(site.id, listed.id));
  return (
    <div class="version">
      <header class="version-head">
        <h3>
          {t('Version {n}, published {day}', {
            n: place + 1,
            day: formatDays(listed.published, listed.published),
          })}
        </h3>
        <dl class="facts">
          <dt>{t('Id')}</dt>
          <dd>
            <a href={statementUrl(site.id, listed.id)}>
              <code>{listed.id}</code>
            </a>
          </dd>
          <dt>SHA-256</dt>
          <dd>
            <code>{listed.hash}</code>
          </dd>
          <dt>{t('Signature')}</dt>
          <dd>
            {tx('Ed25519, to be verified with the {keys}', {
              keys: <a href={KEYS_URL}>{t('public keys')}</a>,
            })}
          </dd>
        </dl>
        <div class="toolbar">
          <Segmented
            label={t('Of this version')}
            value={view}
            choices={[
              ['changes', t('What changed')],
              ['shown', t('As it was shown')],
            ]}
            onChoose={(next) => setOptions({ view: next })}
          />
          <label class="language">
            {t('Language')}
            <select
              value={language}
              onChange={(event) => setOptions({ language: event.currentTarget.value })}
            >
              {listed.languages.map((one) => (
                <option key={one} value={one}>
                  {languageName(one)}
                </option>
              ))}
            </select>
          </label>
        </div>
      </header>
      <Ready of={signed} lines={8}>
        {(statement: SignedStatement) =>
          view === 'changes' ? (
            <WhatChanged after={statement} before={before} language={language} />
          ) : (
            <AsShown signed={statement} place={place} language={language} />
          )
        }
      </Ready>
    </div>
  );
}
