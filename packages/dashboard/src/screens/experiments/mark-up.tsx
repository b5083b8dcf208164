/** What stands in the pages of a layout test, to copy: in markup, or in code. */
import type { Experiment } from '@holloway/protocol';
import { ToCopy } from '../../ui/to-copy.tsx';
import { t } from '../../words/words.ts';

const markUpOf = ({ id, arms }: Experiment): string =>
  arms
    .map(
      ({ name }, at) =>
        `<div data-holloway-experiment="${id}" data-holloway-arm="${name}"${at === 0 ? '' : ' hidden'}>…</div>`,
    )
    .join('\n');

const codeOf = ({ id, arms }: Experiment): string =>
  `const arm = await holloway.arm('${id}'); // ${arms.map(({ name }) => `'${name}'`).join(', ')}`;

export const MarkUp = ({ experiment }: { readonly experiment: Experiment }) => (
  <details class="more-of">
    <summary>{t('How to mark it up')}</summary>
    <div class="to-mark-up">
      <p class="note">
        {t('Put each arm into the page, all but a hidden. The script shows the one that was drawn.')}
      </p>
      <ToCopy text={markUpOf(experiment)} action={t('Copy the markup')} />
      <p class="note">{t('Or ask in code, where you show it: from then on the visit counts as shown.')}</p>
      <ToCopy text={codeOf(experiment)} action={t('Copy the code')} />
    </div>
  </details>
);
