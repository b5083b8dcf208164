/** One slice at a time: its chip, the choices, and why there cannot be two. */
import { ALL } from '@holloway/protocol';
import { sliceTitle } from '../model/names.ts';
import { hasSlices } from '../state/applied-slice.ts';
import { useView } from '../state/view.ts';
import { Icon } from '../ui/icon.tsx';
import { lazy } from '../ui/lazy.tsx';
import { Popover } from '../ui/popover.tsx';
import { t } from '../words/words.ts';

/** Fetched when they are first looked at. */
const SliceChoices = lazy(async () => (await import('./slice-choices.tsx')).SliceChoices);

export function SlicePicker() {
  const { route, location } = useView();
  const choose = (slice: string): void => location.go({ ...route, slice });
  if (!hasSlices(route.screen)) {
    return <p class="slice-none">{t('All visits: this screen is not kept by slice.')}</p>;
  }
  const chosen = route.slice !== ALL;
  return (
    <div class={chosen ? 'slice chosen' : 'slice'}>
      <Popover
        title={t('Choose one slice of the visits')}
        shortcut="f"
        align="end"
        button={
          <>
            <Icon name="slice" />
            <span>{sliceTitle(route.slice)}</span>
            {!chosen && <Icon name="down" />}
          </>
        }
      >
        {(close) => (
          <SliceChoices
            onChoose={(slice) => {
              choose(slice);
              close();
            }}
          />
        )}
      </Popover>
      {chosen && (
        <button
          type="button"
          class="slice-clear"
          aria-label={t('Back to all visits')}
          onClick={() => choose(ALL)}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
