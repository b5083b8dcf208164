/** At the end of what is told of visits, for whoever looks for what is not: what cannot be answered, and why. */
import { useState } from 'preact/hooks';
import { lazy } from '../../ui/lazy.tsx';
import { t } from '../../words/words.ts';
import '../../style/unanswerable.css';

/** Most do not look for it. */
const Unanswerable = lazy(async () => (await import('../privacy/unanswerable.tsx')).Unanswerable);

export function NotAnswered() {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="not-answered" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('What cannot be answered, by design')}</summary>
      {isOpen && <Unanswerable />}
    </details>
  );
}
