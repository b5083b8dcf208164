/** A digest as a letter: plain text, and the same as a page of tables that loads nothing and tells nobody that it was read. Pure. */
import type { Digest } from '@holloway/protocol';
import { type Sections, sectionsOf } from './sections.ts';

export interface DigestLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const SPECIAL: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SPECIAL[sign] ?? sign);

function asText(sections: Sections): string {
  const { test, heading, figures, changed, actions, waiting, open, why } = sections;
  const blocks = [
    ...(test === null ? [] : [[test]]),
    [heading],
    figures.map(({ label, value, changes }) =>
      changes.length === 0 ? `${label}: ${value}` : `${label}: ${value} (${changes.join('; ')})`,
    ),
    [
      changed.title,
      ...(changed.lines.length === 0 ? [changed.none] : changed.lines.map((line) => `- ${line}`)),
    ],
    [
      actions.title,
      ...(actions.lines.length === 0
        ? [actions.none]
        : actions.lines.map(({ title, gain }, at) =>
            gain === null ? `${at + 1}. ${title}` : `${at + 1}. ${title}. ${gain}.`,
          )),
    ],
    [waiting.title, waiting.line],
    ...(open === null ? [] : [[`${open.label}: ${open.url}`]]),
    [why],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

// Mail programs read no style sheets: every cell says how it looks.
const BODY = 'margin:0;padding:24px 12px;background:#f4f3ee;color:#23261f;font:15px/1.5 sans-serif';
const SHEET =
  'max-width:560px;width:100%;background:#ffffff;border:1px solid #dcdacf;border-collapse:collapse';
const PART = 'padding:16px 24px 0 24px';
const HEADING = 'margin:0;font-size:20px;line-height:1.3';
const TITLE = 'margin:0 0 4px 0;font-size:15px';
const CELL = 'padding:6px 12px 6px 0;border-bottom:1px solid #eceae1;vertical-align:top';
const QUIET = 'color:#5d6156;font-size:13px';
const BUTTON =
  'display:inline-block;padding:10px 16px;background:#3f5c34;color:#ffffff;text-decoration:none;border-radius:6px';

const part = (html: string): string => `<tr><td style="${PART}">${html}</td></tr>`;
const titled = (title: string, html: string): string =>
  part(`<h2 style="${TITLE}">${escaped(title)}</h2>${html}`);
const list = (kind: 'ul' | 'ol', items: readonly string[]): string =>
  `<${kind} style="margin:0;padding:0 0 0 20px">${items.map((item) => `<li>${item}</li>`).join('')}</${kind}>`;
const paragraph = (text: string): string => `<p style="margin:0">${escaped(text)}</p>`;

function asHtml(sections: Sections): string {
  const { language, subject, test, heading, figures, changed, actions, waiting, open, why } = sections;
  const rows = figures.map(
    ({ label, value, changes }) =>
      `<tr><th align="left" style="${CELL};font-weight:normal">${escaped(label)}</th>` +
      `<td style="${CELL}"><strong>${escaped(value)}</strong></td>` +
      `<td style="${CELL};${QUIET}">${changes.map(escaped).join('<br>')}</td></tr>`,
  );
  const done = actions.lines.map(({ title, gain }) =>
    gain === null ? escaped(title) : `${escaped(title)}<br><span style="${QUIET}">${escaped(gain)}</span>`,
  );
  const parts = [
    ...(test === null ? [] : [part(paragraph(test))]),
    part(`<h1 style="${HEADING}">${escaped(heading)}</h1>`),
    part(`<table role="presentation" width="100%" style="border-collapse:collapse">${rows.join('')}</table>`),
    titled(
      changed.title,
      changed.lines.length === 0 ? paragraph(changed.none) : list('ul', changed.lines.map(escaped)),
    ),
    titled(actions.title, done.length === 0 ? paragraph(actions.none) : list('ol', done)),
    titled(waiting.title, paragraph(waiting.line)),
    ...(open === null
      ? []
      : [part(`<a href="${escaped(open.url)}" style="${BUTTON}">${escaped(open.label)}</a>`)]),
    `<tr><td style="padding:16px 24px 24px 24px;${QUIET}">${escaped(why)}</td></tr>`,
  ];
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    `<body style="${BODY}"><table role="presentation" align="center" style="${SHEET}">`,
    ...parts,
    '</table></body></html>',
  ].join('\n');
}

export function letterOf(digest: Digest): DigestLetter {
  const sections = sectionsOf(digest);
  return { subject: sections.subject, text: asText(sections), html: asHtml(sections) };
}
