/**
 * The script tag: `<script defer src="https://collector/holloway.js" data-site="store"></script>`.
 * `data-collector` names the service where it is not beside the script; `data-domain`, `data-keep`, `data-consent-mode`
 * and `data-debug` are the options of `start`. An address with `?holloway-debug` explains itself on any page.
 */
import { start } from './start.ts';

const { dataset, src, nonce } = document.currentScript as HTMLScriptElement;
const { site, consentMode, debug } = dataset;
if (site)
  start({
    collector: new URL('.', src).href,
    ...dataset,
    site,
    nonce,
    consentMode: consentMode !== undefined,
    debug: debug !== undefined || location.search.includes('holloway-debug'),
  });
else console.warn('Holloway: no data-site');
