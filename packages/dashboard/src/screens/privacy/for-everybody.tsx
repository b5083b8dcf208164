/** The public list of what is counted: its address, and what it says, in the words that visitors read. */
import { transparencyPath, transparencyUrl } from '../../api/consent-url.ts';
import type { Transparency } from '../../api/privacy.ts';
import { useView } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';
import { ToCopy } from '../../ui/to-copy.tsx';
import { t } from '../../words/words.ts';

export function ForEverybody({ transparency }: { readonly transparency: Transparency }) {
  const { site } = useView();
  const { language, counted, never, limits } = transparency;
  return (
    <Panel
      title={t('What everybody may read')}
      note={t(
        'Made from what the program may count and from what was published; nobody writes it. Link to it from your policy.',
      )}
    >
      <div class="privacy-words">
        <ToCopy text={`${location.origin}${transparencyPath(site.id)}`} action={t('Copy')} />
        <div class="form-foot">
          <a class="button" href={transparencyUrl(site.id)} target="_blank" rel="noopener">
            {t('What is counted')}
          </a>
        </div>
        <details>
          <summary>{t('What it says')}</summary>
          <div class="said" lang={language}>
            {[
              { title: t('Counted'), items: counted.map(({ text }) => text) },
              { title: t('Never collected'), items: never },
              { title: t('Not protected from'), items: limits },
            ].map(({ title, items }) => (
              <section key={title}>
                <h3>{title}</h3>
                <ul>
                  {items.map((item) => (
                    <li key={item}>{item}</li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </details>
      </div>
    </Panel>
  );
}
