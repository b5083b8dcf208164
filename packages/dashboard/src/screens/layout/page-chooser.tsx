/** Which page is looked at: all of them, the most seen first, found by name or path. */
import { useState } from 'preact/hooks';
import { formatCount } from '../../model/format.ts';
import { type Labels, termDetail, termName } from '../../model/names.ts';
import type { ListedPage } from '../../model/page-list.ts';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { matches, SearchField } from '../../ui/search-field.tsx';
import { t, tn } from '../../words/words.ts';

interface PageChooserProps {
  readonly page: string;
  readonly pages: readonly ListedPage[];
  /** What the catalogue calls them. */
  readonly names: Labels;
  readonly onChoose: (page: string) => void;
}

const AT_ONCE = 60;

export function PageChooser({ page, pages, names, onChoose }: PageChooserProps) {
  const name = termName(page, names);
  return (
    <Popover
      class="page-chooser"
      title={t('Choose a page')}
      label={t('Page: {name}', { name: `${name} ${termDetail(page, name) ?? ''}`.trim() })}
      button={
        <>
          <Icon name="pages" />
          <span class="page-chosen">
            {name} <small>{termDetail(page, name)}</small>
          </span>
          <Icon name="down" />
        </>
      }
    >
      {(close) => (
        <PageList
          rows={pages}
          page={page}
          name={(term) => termName(term, names)}
          onChoose={(next) => {
            close();
            onChoose(next);
          }}
        />
      )}
    </Popover>
  );
}

interface PageListProps {
  readonly rows: readonly ListedPage[];
  readonly page: string;
  readonly name: (term: string) => string;
  readonly onChoose: (page: string) => void;
}

function PageList({ rows, page, name, onChoose }: PageListProps) {
  const [typed, setTyped] = useState('');
  const found = rows.filter((row) => matches(typed, row.page, name(row.page)));
  return (
    <div class="page-list">
      <SearchField label={t('Search pages')} value={typed} onInput={setTyped} />
      <ul class="choices" aria-label={t('Pages, the most seen first')}>
        {found.slice(0, AT_ONCE).map((row) => (
          <li key={row.page}>
            <button type="button" aria-pressed={row.page === page} onClick={() => onChoose(row.page)}>
              <span>
                <span>
                  {name(row.page)} <small>{termDetail(row.page, name(row.page))}</small>
                </span>
                <small>{howMuch(row)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p class="note" role="status">
        {found.length === 0 && t('No page of that name was seen on these days.')}
        {found.length > AT_ONCE &&
          tn(found.length - AT_ONCE, '{n} more: type to find it', '{n} more: type to find them')}
      </p>
    </div>
  );
}

function howMuch({ views, clicked }: ListedPage): string {
  if (views !== null) return tn(views, '{n} view', '{n} views', { n: formatCount(views) });
  return tn(clicked ?? 0, '{n} click', '{n} clicks', { n: formatCount(clicked) });
}
