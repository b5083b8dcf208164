/** What visitors hold in their hands: four marginals, never crossed with pages. */
import { DEVICE_DIMENSIONS, type DeviceDimension } from '@holloway/protocol';
import { termName, VIEWPORT_NAMES } from '../model/names.ts';
import { optionOf } from '../state/route.ts';
import { useOptions, useReport } from '../state/view.ts';
import { Marginal } from '../ui/marginal.tsx';
import { Segmented } from '../ui/segmented.tsx';

const NAMES: { readonly [dimension in DeviceDimension]: string } = {
  model: 'Models',
  browser: 'Browsers',
  os: 'Systems',
  viewport: 'Window sizes',
};

const NOTES: { readonly [dimension in DeviceDimension]: string } = {
  model: 'Visits by device model, as far as browsers tell it.',
  browser: 'Visits by browser.',
  os: 'Visits by operating system.',
  viewport: 'Visits by the size of the window.',
};

export function Devices() {
  const [options, setOptions] = useOptions();
  const dimension = optionOf(options, 'dimension', DEVICE_DIMENSIONS);
  const asked = useReport('devices', { dimension });
  const labels = dimension === 'viewport' ? VIEWPORT_NAMES : {};
  return (
    <Marginal
      title={NAMES[dimension]}
      note={NOTES[dimension]}
      asked={asked}
      name={(value) =>
        dimension === 'model' && value === '(other)' ? 'No model told' : termName(value, labels)
      }
      controls={
        <Segmented
          label="Which figures"
          value={dimension}
          choices={DEVICE_DIMENSIONS.map((one) => [one, NAMES[one]] as const)}
          onChoose={(next) => setOptions({ dimension: next })}
        />
      }
    />
  );
}
