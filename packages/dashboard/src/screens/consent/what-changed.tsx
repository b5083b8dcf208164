/** What a statement says otherwise than the one before it: its fields, and its text in one language. */
import type { Language, SignedStatement, StatementList, Wording } from '@holloway/protocol';
import { type Change, languageChanges, statementChanges, wordingChanges } from '../../model/changes.ts';
import { languageName } from '../../model/names.ts';
import { type Piece, textDiff } from '../../model/text-diff.ts';
import { useAnswer } from '../../state/answer.ts';
import { useView } from '../../state/view.ts';
import { Ready } from '../../ui/ready.tsx';
import { t } from '../../words/words.ts';

interface WhatChangedProps {
  readonly after: SignedStatement;
  readonly before: StatementList['statements'][number] | null;
  readonly language: Language;
}

export function WhatChanged({ after, before, language }: WhatChangedProps) {
  if (before === null) {
    return (
      <p class="note">{t('The first statement of this store: there is none before it to compare with.')}</p>
    );
  }
  return <Compared after={after} id={before.id} language={language} />;
}

interface Pair {
  readonly statement: SignedStatement;
  /** Before and after; `null` where one of them is not published in the language. */
  readonly wordings: readonly [Wording, Wording] | null;
}

function Compared({
  after,
  id,
  language,
}: {
  readonly after: SignedStatement;
  readonly id: string;
  readonly language: Language;
}) {
  const { api, site } = useView();
  const pair = useAnswer(`${site.id} ${id} ${after.id} ${language}`, async (): Promise<Pair> => {
    const statement = await api.getStatement(site.id, id);
    const inBoth = [statement, after].every(
      ({ statement: { wordings } }) => wordings[language] !== undefined,
    );
    const wordings = inBoth
      ? await Promise.all([
          api.getWording(site.id, id, language),
          api.getWording(site.id, after.id, language),
        ])
      : null;
    return { statement, wordings };
  });
  return (
    <Ready of={pair} lines={8}>
      {({ statement: { statement }, wordings }) => {
        const { added, removed, changed } = languageChanges(statement, after.statement);
        return (
          <div class="changed">
            <section aria-label={t('Changes of the statement')}>
              <h4>{t('The statement')}</h4>
              <Changes changes={statementChanges(statement, after.statement)} language={null} />
              <Named title={t('New in')} languages={added} />
              <Named title={t('No longer in')} languages={removed} />
              <Named title={t('Text changed in')} languages={changed} />
            </section>
            <section
              aria-label={t('Changes of the text in {language}', { language: languageName(language) })}
            >
              <h4>{t('The text in {language}', { language: languageName(language) })}</h4>
              {wordings === null ? (
                <p class="note">{t('The statement before was not published in this language.')}</p>
              ) : (
                <Changes changes={wordingChanges(...wordings)} language={language} />
              )}
            </section>
          </div>
        );
      }}
    </Ready>
  );
}

const Named = ({ title, languages }: { readonly title: string; readonly languages: readonly Language[] }) =>
  languages.length === 0 ? null : <p class="note">{`${title}: ${languages.map(languageName).join(', ')}`}</p>;

/** Of a value, which is read as a whole, what it was and is. */
const replacement = (before: string, after: string): Piece[] => [
  { kind: 'removed', text: before },
  { kind: 'added', text: after },
];

interface ChangesProps {
  readonly changes: readonly Change[];
  /** Of texts, which are compared word by word; `null` for values. */
  readonly language: Language | null;
}

function Changes({ changes, language }: ChangesProps) {
  if (changes.length === 0) return <p class="note">{t('Says the same as before.')}</p>;
  const piecesOf = ({ before, after }: Change): Piece[] =>
    language === null
      ? replacement(before ?? '', after ?? '')
      : textDiff(before ?? '', after ?? '', language);
  return (
    <dl class="changes">
      {changes.map((change) => (
        <div key={change.path}>
          <dt>
            <code>{change.path}</code>
          </dt>
          <dd lang={language ?? undefined} dir="auto">
            {piecesOf(change)
              .filter(({ text }) => text !== '')
              .map(({ kind, text }, at) => {
                if (kind === 'removed') return <del key={at}>{text}</del>;
                return kind === 'added' ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>;
              })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
