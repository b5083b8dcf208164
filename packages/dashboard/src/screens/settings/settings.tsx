/** What owners set: of the site that is open, and which sites there are. */
import { getSettings } from '../../api/site-settings.ts';
import { useAnswer } from '../../state/answer.ts';
import { useMay, useViewer } from '../../state/viewer.ts';
import '../../style/settings.css';
import '../../style/staff.css';
import type { SiteSummary } from '@holloway/protocol';
import { Ready } from '../../ui/ready.tsx';
import { AboutSite } from './about-site.tsx';
import { AddSite } from './add-site.tsx';
import { Catalogue } from './catalogue.tsx';
import { Ceilings } from './ceilings.tsx';
import { Digest } from './digest.tsx';
import { EraseSite } from './erase-site.tsx';
import { Install } from './install.tsx';
import { Keeping } from './keeping.tsx';
import { Routes } from './routes.tsx';

export function Settings() {
  const { sites, route } = useViewer();
  const mayOperate = useMay('operate');
  const site = sites.find(({ id }) => id === route.site);
  return (
    <>
      {site !== undefined && <OfSite key={site.id} site={site} />}
      {mayOperate && (
        <div class="side-by-side">
          <AddSite />
          {site !== undefined && <EraseSite key={site.id} site={site} />}
        </div>
      )}
    </>
  );
}

function OfSite({ site }: { readonly site: SiteSummary }) {
  const { api, session } = useViewer();
  const asked = useAnswer(`settings ${site.id}`, () => getSettings(api, site.id));
  return (
    <Ready of={asked} lines={12}>
      {(settings) => {
        const parts = {
          settings,
          site,
          // Every screen says the name, the days and k of a site.
          onSaved: () => {
            asked.retry();
            void session.start();
          },
        };
        return (
          <>
            <div class="side-by-side">
              <AboutSite {...parts} />
              <Keeping {...parts} />
            </div>
            {site.kind !== 'archive' && <Install site={site} />}
            {site.kind !== 'archive' && <Digest site={site} />}
            <Routes {...parts} />
            <Catalogue {...parts} />
            <Ceilings {...parts} />
          </>
        );
      }}
    </Ready>
  );
}
