/** Every statement that was published, and of the chosen one: what changed, and how it was shown. */
import type { Language, SignedStatement, StatementList } from '@holloway/protocol';
import { KEYS_URL, statementUrl } from '../../api/consent-url.ts';
import { formatDays, plural } from '../../model/format.ts';
import { languageName } from '../../model/names.ts';
import { type Answer, useAnswer } from '../../state/answer.ts';
import { optionOf } from '../../state/route.ts';
import { useOptions, useView } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';
import { Ready } from '../../ui/ready.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Message } from '../../ui/states.tsx';
import { AsShown } from './as-shown.tsx';
import { WhatChanged } from './what-changed.tsx';

type Listed = StatementList['statements'][number];

const VIEWS = ['changes', 'shown'] as const;

export function Statements({ list }: { readonly list: Answer<StatementList | null> }) {
  const { site } = useView();
  return (
    <Panel
      title="Statements"
      note="What visitors are asked to agree to: published, signed, each naming the one before it."
    >
      <Ready of={list} lines={8}>
        {(published) =>
          published === null ? (
            <Message title="Nothing is published">
              <p>Until a statement is, nobody is asked and nothing is counted. Publish the first one:</p>
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
      <ol class="choices versions" aria-label="Statements, the latest first" reversed>
        {statements
          .map(({ id, published, languages }, at) => (
            <li key={id}>
              <button type="button" aria-pressed={at === place} onClick={() => setOptions({ statement: id })}>
                <span>
                  <span>
                    Version {at + 1}
                    <small>{formatDays(published, published)}</small>
                  </span>
                  <small>
                    {id === current ? 'asked now' : ''}
                    <br />
                    {plural(languages.length, 'language')}
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
          Version {place + 1}, published {formatDays(listed.published, listed.published)}
        </h3>
        <dl class="facts">
          <dt>Id</dt>
          <dd>
            <a href={statementUrl(site.id, listed.id)}>
              <code>{listed.id}</code>
            </a>
          </dd>
          <dt>SHA-256</dt>
          <dd>
            <code>{listed.hash}</code>
          </dd>
          <dt>Signature</dt>
          <dd>
            Ed25519, to be verified with the <a href={KEYS_URL}>public keys</a>
          </dd>
        </dl>
        <div class="toolbar">
          <Segmented
            label="Of this version"
            value={view}
            choices={[
              ['changes', 'What changed'],
              ['shown', 'As it was shown'],
            ]}
            onChoose={(next) => setOptions({ view: next })}
          />
          <label class="language">
            Language
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
