/** Ours, as a shop embeds it: one script tag, the scripts of others marked in place. The collector serves the rest. */
import type { ConsentTool } from './consent-tool.ts';

/** @param collector Where the collector answers, without a slash at its end. */
export const holloway = (collector: string, site: string): ConsentTool => ({
  name: 'Holloway',
  version: null,
  files: [],
  head: () => `<script defer src="${collector}/holloway.js" data-site="${site}"></script>`,
  hold: ({ category, src }) => `<script type="text/plain" data-holloway="${category}" src="${src}"></script>`,
  reopen: '',
  choice: 'holloway.choice',
  clicks: {
    accept: ['#holloway-ui [data-holloway-action="accept"]'],
    reject: ['#holloway-ui [data-holloway-action="reject"]'],
    withdraw: ['#holloway-control', '#holloway-ui [data-holloway-action="reject"]'],
  },
});
