/** In the head of a screen: to keep what is seen as a view, to find those that are kept, and to show one to others. */
import { Icon } from '../ui/icon.tsx';
import { lazy } from '../ui/lazy.tsx';
import { Popover } from '../ui/popover.tsx';
import { t } from '../words/words.ts';

/** Few open it. */
const ViewsPanel = lazy(async () => (await import('./views-panel.tsx')).ViewsPanel);

export const ViewsButton = () => (
  <Popover
    title={t('Views and links')}
    shortcut="v"
    align="end"
    button={
      <>
        <Icon name="bookmark" />
        <span>{t('Save this view')}</span>
      </>
    }
  >
    {(close) => <ViewsPanel onOpen={close} />}
  </Popover>
);
