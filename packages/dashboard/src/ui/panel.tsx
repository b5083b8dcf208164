/** A titled part of a screen: chart, its table, its CSV. */
import type { ComponentChildren } from 'preact';
import { useContext, useId, useRef } from 'preact/hooks';
import { ViewContext } from '../state/view.ts';
import { t } from '../words/words.ts';
import { CsvLink } from './csv-link.tsx';
import { Icon } from './icon.tsx';
import { SavePicture } from './save-picture.tsx';

interface PanelParts {
  readonly title: string;
  readonly note?: ComponentChildren;
  readonly class?: string;
  readonly controls?: ComponentChildren;
  /** Where the whole report is to be had as CSV; or, of what was worked out in the browser, the button that saves it. */
  readonly csv?: ComponentChildren;
  readonly children: ComponentChildren;
}

interface ChartParts extends PanelParts {
  /** The same numbers as a table. */
  readonly table: () => ComponentChildren;
  /** What the address calls it where it is read as a table, so that a view is kept and shared as it was read. */
  readonly name: string;
}

/** What is a table already has no other. */
type PanelProps = ChartParts | (PanelParts & { readonly table?: undefined; readonly name?: undefined });

export function Panel({ title, note, controls, csv, table, name = '', children, ...props }: PanelProps) {
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const view = useContext(ViewContext);
  const tables = view?.route.options.table ?? [];
  const asTable = tables.includes(name);
  const toggle = (): void => {
    const others = tables.filter((one) => one !== name);
    if (view === null) return;
    const { route, location } = view;
    const table = asTable ? others : [...others, name];
    location.replace({ ...route, options: { ...route.options, table } });
  };
  const isChart = table !== undefined && !asTable;
  return (
    <section class={`panel ${props.class ?? ''}`} aria-labelledby={id} ref={panel}>
      <header class="panel-head">
        <div class="panel-words">
          <h2 id={id}>{title}</h2>
          {note !== undefined && <p class="note">{note}</p>}
        </div>
        {controls !== undefined && <div class="panel-controls">{controls}</div>}
        <div class="panel-tools">
          {table !== undefined && (
            <button
              type="button"
              class="tool"
              aria-pressed={asTable}
              aria-label={t('{title}: view as table', { title })}
              onClick={toggle}
            >
              <Icon name={asTable ? 'chart' : 'table'} />
              <span>{asTable ? t('Chart') : t('Table')}</span>
            </button>
          )}
          {isChart && view !== null && <SavePicture title={title} panel={panel} view={view} />}
          {typeof csv === 'string' ? <CsvLink title={title} href={csv} /> : csv}
        </div>
      </header>
      {asTable && table !== undefined ? table() : children}
    </section>
  );
}
