/** What visitors hold in their hands: five marginals, never crossed with pages. */
import { DEVICE_DIMENSIONS, type DeviceDimension } from '@holloway/protocol';
import { sliceValueName, termName, viewportName } from '../model/names.ts';
import { optionOf } from '../state/route.ts';
import { useOptions } from '../state/view.ts';
import { Marginal } from '../ui/marginal.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { type Msg, msg, t } from '../words/words.ts';

const NAMES: { readonly [dimension in DeviceDimension]: Msg } = {
  model: msg('Models'),
  class: msg('Classes'),
  browser: msg('Browsers'),
  os: msg('Systems'),
  viewport: msg('Window sizes'),
};

const NOTES: { readonly [dimension in DeviceDimension]: Msg } = {
  model: msg('Visits by device model, as far as browsers tell it.'),
  class: msg(
    'Visits by class of device, as far as browsers tell it. A class with too few visits has no row.',
  ),
  browser: msg('Visits by browser.'),
  os: msg('Visits by operating system.'),
  viewport: msg('Visits by the size of the window.'),
};

export function Devices() {
  const [options, setOptions] = useOptions();
  const dimension = optionOf(options, 'dimension', DEVICE_DIMENSIONS);
  const own = (value: string): string | null => {
    if (dimension === 'class') return sliceValueName('device', value);
    return dimension === 'viewport' ? viewportName(value) : null;
  };
  return (
    <Marginal
      title={t(NAMES[dimension])}
      note={t(NOTES[dimension])}
      report="devices"
      dimension={dimension}
      name={(value) =>
        dimension === 'model' && value === '(other)' ? t('No model told') : (own(value) ?? termName(value))
      }
      controls={
        <Segmented
          label={t('Which figures')}
          value={dimension}
          choices={DEVICE_DIMENSIONS.map((one) => [one, t(NAMES[one])] as const)}
          onChoose={(next) => setOptions({ dimension: next })}
        />
      }
    />
  );
}
