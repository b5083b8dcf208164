/** The slices that there are, by kind, and why there cannot be two of them. */
import { ALL, parseSlice, SLICE_KINDS, type SliceKind } from '@holloway/protocol';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/client.ts';
import { SLICE_KIND_NAMES, sliceTitle, sliceValueName } from '../model/names.ts';
import { useView } from '../state/view.ts';
import { matches, SearchField } from '../ui/search-field.tsx';
import { t } from '../words/words.ts';

type Choices =
  | { readonly state: 'loading' | 'failed' }
  | { readonly state: 'ready'; readonly slices: readonly string[] };

function useSlices(): Choices {
  const { api, site } = useView();
  const [choices, setChoices] = useState<Choices>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    api.getSlices(site.id).then(
      (slices) => current && setChoices({ state: 'ready', slices }),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (current) setChoices({ state: 'failed' });
      },
    );
    return () => {
      current = false;
    };
  }, [api, site.id]);
  return choices;
}

export function SliceChoices({ onChoose }: { readonly onChoose: (slice: string) => void }) {
  const { route } = useView();
  const [typed, setTyped] = useState('');
  const choices = useSlices();
  const slices = choices.state === 'ready' ? choices.slices : [];
  const found = slices.filter((slice) => matches(typed, sliceTitle(slice), slice));
  return (
    <div class="slice-choices">
      <p class="why">
        <strong>{t('One slice at a time.')}</strong>{' '}
        {t(
          'Holloway keeps each slice on its own and never two together: phones in Italy are not stored, by design, because small crossings point at people.',
        )}
      </p>
      {slices.length > 12 && <SearchField label={t('Find a slice')} value={typed} onInput={setTyped} />}
      {choices.state === 'loading' && <p class="note">{t('Loading')}</p>}
      {choices.state === 'failed' && (
        <p class="note">{t('The choices could not be loaded. Close and open again.')}</p>
      )}
      {choices.state === 'ready' && slices.length === 0 && (
        <p class="note">{t('No slice has visits yet.')}</p>
      )}
      <SliceButton slice={ALL} name={t('All visits')} current={route.slice} onChoose={onChoose} />
      {SLICE_KINDS.map((kind) => (
        <SliceGroup key={kind} kind={kind} slices={found} current={route.slice} onChoose={onChoose} />
      ))}
    </div>
  );
}

interface SliceGroupProps {
  readonly kind: SliceKind;
  readonly slices: readonly string[];
  readonly current: string;
  readonly onChoose: (slice: string) => void;
}

function SliceGroup({ kind, slices, current, onChoose }: SliceGroupProps) {
  const values = slices.flatMap((slice) => {
    const parsed = parseSlice(slice);
    return parsed !== null && parsed !== ALL && parsed.kind === kind ? [{ slice, value: parsed.value }] : [];
  });
  if (values.length === 0) return null;
  return (
    <fieldset class="slice-group">
      <legend>{t(SLICE_KIND_NAMES[kind])}</legend>
      {values.map(({ slice, value }) => (
        <SliceButton
          key={slice}
          slice={slice}
          name={sliceValueName(kind, value)}
          current={current}
          onChoose={onChoose}
        />
      ))}
    </fieldset>
  );
}

interface SliceButtonProps {
  readonly slice: string;
  readonly name: string;
  readonly current: string;
  readonly onChoose: (slice: string) => void;
}

const SliceButton = ({ slice, name, current, onChoose }: SliceButtonProps) => (
  <button type="button" class="pill" aria-pressed={slice === current} onClick={() => onChoose(slice)}>
    {name}
  </button>
);
