/**
 * The script tag: `<script defer src="https://collector/holloway.js" data-site="store"></script>`.
 * `data-collector` names the service where it is not beside the script.
 */
import { start } from './start.ts';

const { dataset, src } = document.currentScript as HTMLScriptElement;
if (dataset.site) start({ site: dataset.site, collector: dataset.collector ?? new URL('.', src).href });
else console.warn('Holloway: no data-site');
