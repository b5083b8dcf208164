/** What the popover of views holds: those that are saved, and the links by which others see one. */
import { useState } from 'preact/hooks';
import '../style/staff.css';
import '../style/views.css';
import { Segmented } from '../ui/segmented.tsx';
import { t } from '../words/words.ts';
import { Links } from './links.tsx';
import { SavedViews } from './saved-views.tsx';

interface ViewsPanelProps {
  /** A view is gone to. */
  readonly onOpen: () => void;
}

export function ViewsPanel({ onOpen }: ViewsPanelProps) {
  const [part, setPart] = useState<'views' | 'links'>('views');
  return (
    <div class="views-panel">
      <Segmented
        label={t('Views and links')}
        value={part}
        choices={[
          ['views', t('Saved views')],
          ['links', t('Share by link')],
        ]}
        onChoose={setPart}
      />
      {part === 'views' ? <SavedViews onOpen={onOpen} /> : <Links />}
    </div>
  );
}
