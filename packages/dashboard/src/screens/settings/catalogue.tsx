/** What a store declares of itself: how many names there are, and a file that adds to them. */
import { type CatalogueEntry, TERM_KINDS, type TermKind } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { ApiError } from '../../api/client.ts';
import { type Declared, declareEntries, lastDeclared } from '../../api/site-settings.ts';
import { readCatalogue } from '../../model/catalogue-file.ts';
import { formatCount, formatDay } from '../../model/format.ts';
import { daysOf } from '../../model/range.ts';
import { useAnswer } from '../../state/answer.ts';
import { useViewer } from '../../state/viewer.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SettingForm, TextSetting } from '../../ui/setting-form.tsx';
import { t, tn } from '../../words/words.ts';
import { KIND_NAMES } from './kind-names.ts';
import { ReadPages } from './read-pages.tsx';
import type { PartProps } from './save.ts';

/** Those that a store declares. */
const DECLARED: readonly TermKind[] = ['page', 'category', 'product'];

export function Catalogue(props: PartProps) {
  const { site, settings } = props;
  const { api } = useViewer();
  const { from, to } = daysOf({ preset: 'all' }, site);
  const last = useAnswer(`declared ${site.id}`, () => lastDeclared(api, site.id, from, to));
  const kinds = TERM_KINDS.filter((kind) => DECLARED.includes(kind) || settings.names[kind] > 0);
  const note =
    last.result.state !== 'ready' || last.result.value === null
      ? t('What is declared is named from its first count.')
      : t('Last declared here on {day}.', { day: formatDay(last.result.value) });
  return (
    <Panel title={t('Catalogue')} note={note}>
      <div class="side-by-side">
        <DataTable
          caption={t('Names by kind')}
          rows={kinds}
          rowKey={(kind) => kind}
          columns={[
            { title: t('Kind'), cell: (kind) => t(KIND_NAMES[kind]) },
            { title: t('Names'), kind: 'number', cell: (kind) => formatCount(settings.names[kind]) },
            { title: t('At most'), kind: 'number', cell: (kind) => formatCount(settings.ceilings[kind]) },
          ]}
        />
        <div class="to-mark-up">
          <Upload
            {...props}
            onSaved={() => {
              last.retry();
              props.onSaved();
            }}
          />
          {site.kind !== 'archive' && (
            <ReadPages
              site={site}
              onTaken={() => {
                last.retry();
                props.onSaved();
              }}
            />
          )}
        </div>
      </div>
    </Panel>
  );
}

const declaredWords = ({ entries, added, changed }: Declared, isDry: boolean): string => {
  const names = Object.values(added).reduce((sum, n) => sum + n, 0);
  const values = { names: formatCount(names), changed: formatCount(changed) };
  return isDry
    ? tn(
        entries,
        '{n} line: {names} new and {changed} changed if you add it.',
        '{n} lines: {names} new and {changed} changed if you add them.',
        values,
      )
    : tn(
        entries,
        '{n} line was added: {names} new, {changed} changed.',
        '{n} lines were added: {names} new, {changed} changed.',
        values,
      );
};

async function entriesOf(form: FormData): Promise<readonly CatalogueEntry[]> {
  const file = form.get('file');
  const read = readCatalogue(file instanceof Blob ? await file.text() : '');
  if (read.ok) return read.entries;
  throw new ApiError('refused', read.issue.rule, { refusal: { status: 400, ...read.issue } });
}

/** The first line of the file is its head. */
const lineOf = (field: string): string =>
  field.replace(/^entries\[(\d+)\]/, (_, at: string) => `file.line ${Number(at) + 2}`);

function Upload({ site, onSaved }: PartProps) {
  const { api } = useViewer();
  /** What was looked at, and may be added now. */
  const [seen, setSeen] = useState<readonly CatalogueEntry[] | null>(null);
  const send = async (form: FormData): Promise<readonly string[]> => {
    if (seen === null) {
      const entries = await entriesOf(form);
      const told = await declareEntries(api, site.id, entries, true);
      setSeen(entries);
      return [declaredWords(told, true)];
    }
    const told = await declareEntries(api, site.id, seen, false);
    setSeen(null);
    onSaved();
    return [declaredWords(told, false)];
  };
  const back = (
    <button type="button" class="button" onClick={() => setSeen(null)}>
      {t('Choose another file')}
    </button>
  );
  return (
    <SettingForm
      action={seen === null ? t('See what it would add') : t('Add them')}
      kind={seen === null ? 'plain' : 'primary'}
      nameOf={lineOf}
      onSend={send}
      more={seen === null ? undefined : back}
    >
      <TextSetting
        label={t('A file with the columns kind, text, label, category')}
        name="file"
        type="file"
        accept=".csv,text/csv"
        hint={t('Nothing is added before you have seen what it would be.')}
      />
    </SettingForm>
  );
}
