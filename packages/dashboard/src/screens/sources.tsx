/** What led visitors here: the sites that send them, the campaigns of links, and kinds of both; never crossed. */
import type { SourceDimension } from '@holloway/protocol';
import { sliceValueName, termName } from '../model/names.ts';
import { optionOf } from '../state/route.ts';
import { useOptions } from '../state/view.ts';
import { Marginal } from '../ui/marginal.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { type Msg, msg, t } from '../words/words.ts';

interface Choice {
  readonly choice: Msg;
  readonly title: Msg;
  readonly note: Msg;
  readonly report: 'sources' | 'campaigns';
  readonly dimension?: SourceDimension;
}

const CHOICES = {
  sites: {
    choice: msg('Sites'),
    title: msg('Referring sites'),
    note: msg(
      'Visits by the site that led to them, where browsers tell it. Its name alone is kept, never the page.',
    ),
    report: 'sources',
  },
  campaigns: {
    choice: msg('Campaigns'),
    title: msg('Campaigns'),
    note: msg('Visits by the campaign that the link to them names. Visits without one are not among them.'),
    report: 'campaigns',
  },
  kinds: {
    choice: msg('Kinds'),
    title: msg('Kinds of source'),
    note: msg(
      'Visits by what led to them; direct is where browsers tell nothing of it. A kind with too few visits has no row; visitors count once a day, in their first.',
    ),
    report: 'sources',
    dimension: 'kind',
  },
} as const satisfies { readonly [choice: string]: Choice };

const ALL_CHOICES = ['sites', 'campaigns', 'kinds'] as const;

export function Sources() {
  const [options, setOptions] = useOptions();
  const by = optionOf(options, 'by', ALL_CHOICES);
  const { title, note, report, dimension }: Choice = CHOICES[by];
  return (
    <Marginal
      title={t(title)}
      note={t(note)}
      report={report}
      {...(dimension && { dimension })}
      name={(value) => (by === 'kinds' ? sliceValueName('source', value) : termName(value))}
      controls={
        <Segmented
          label={t('Sources by')}
          value={by}
          choices={ALL_CHOICES.map((one) => [one, t(CHOICES[one].choice)] as const)}
          onChoose={(next) => setOptions({ by: next })}
        />
      }
    />
  );
}
