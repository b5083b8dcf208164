/** Click paths: columns first, the diagram of steps on request, and the detours. */
import { LEVELS, type Level } from '@holloway/protocol';
import { DIRECTIONS } from '../../model/columns.ts';
import { optionOf } from '../../state/route.ts';
import { useOptions } from '../../state/view.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Detours } from './detours.tsx';
import { Explorer } from './explorer.tsx';
import { StepsPanel } from './steps-panel.tsx';
import '../../style/paths.css';
import { type Msg, msg, t } from '../../words/words.ts';

const SHAPES = ['columns', 'diagram'] as const;
const LEVEL_NAMES: { readonly [level in Level]: Msg } = { category: msg('Categories'), page: msg('Pages') };

export function Paths() {
  const [options, setOptions] = useOptions();
  const shape = optionOf(options, 'shape', SHAPES);
  const level = optionOf(options, 'level', LEVELS);
  const direction = optionOf(options, 'direction', DIRECTIONS);
  return (
    <>
      <div class="toolbar">
        <Segmented
          label={t('Show as')}
          value={shape}
          choices={[
            ['columns', t('Columns')],
            ['diagram', t('Diagram')],
          ]}
          onChoose={(next) => setOptions({ shape: next }, 'go')}
        />
        {shape === 'columns' && (
          <Segmented
            label={t('Level')}
            value={level}
            choices={LEVELS.map((one) => [one, t(LEVEL_NAMES[one])] as const)}
            // Categories and pages have no node in common.
            onChoose={(next) => setOptions({ level: next, at: null }, 'go')}
          />
        )}
        <Segmented
          label={t('Direction')}
          value={direction}
          choices={[
            ['onward', t('Where next')],
            ['backward', t('Where from')],
          ]}
          onChoose={(next) => setOptions({ direction: next, at: null }, 'go')}
        />
      </div>
      {shape === 'columns' ? (
        <Explorer level={level} direction={direction} />
      ) : (
        <StepsPanel direction={direction} />
      )}
      <Detours />
    </>
  );
}
