/** The button that saves as CSV what was worked out in the browser, and which no report is. */
import { useView } from '../state/view.ts';
import { t } from '../words/words.ts';
import { Icon } from './icon.tsx';
import { saveFile } from './save-file.ts';

interface SaveCsvProps {
  /** Of what. */
  readonly title: string;
  /** What the file is called, between site and days. */
  readonly name: string;
  readonly text: () => string;
}

export function SaveCsv({ title, name, text }: SaveCsvProps) {
  const { site, days } = useView();
  const file = `${site.id}-${name}-${days.from}-${days.to}.csv`;
  return (
    <button
      type="button"
      class="tool"
      aria-label={t('{title}: download CSV', { title })}
      onClick={() => saveFile(new Blob([text()], { type: 'text/csv' }), file)}
    >
      <Icon name="download" />
      <span>CSV</span>
    </button>
  );
}
