/** The weeks of the range in which this page, or what all pages share, became another. Nothing where there are none. */
import { ANY, type LayoutEvent } from '@holloway/protocol';
import { formatDays } from '../../model/format.ts';
import { layoutWords } from '../../model/layout-words.ts';
import { useAnnotations } from '../../state/annotations.ts';
import { t } from '../../words/words.ts';

export function LayoutHappened({ page }: { readonly page: string }) {
  const { result } = useAnnotations();
  // The screen is whole without it, and the overview says what failed.
  const known = result.state === 'ready' ? result.value : [];
  const changes = known.filter(
    (each): each is LayoutEvent => each.kind === 'layout' && (each.page === page || each.page === ANY),
  );
  if (changes.length === 0) return null;
  return (
    <section class="layout-happened" aria-label={t('The layout changed in these days')}>
      <p>
        <strong>{t('The layout changed in these days')}</strong>{' '}
        {t('What is counted before and after is not of the same page.')}
      </p>
      <ul>
        {changes.map((change) => (
          <li key={`${change.day} ${change.page}`}>
            {formatDays(change.day, change.through)}: {layoutWords(change)}
          </li>
        ))}
      </ul>
    </section>
  );
}
