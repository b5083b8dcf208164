/**
 * The shell of pages that need nothing else: their style stands in them, and their policy lets them show it and do nothing
 * beside. What they say is theirs.
 */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';

export type Markup = ReturnType<typeof html>;

interface Content {
  readonly language: string;
  readonly title: string;
  readonly body: Markup;
}

export interface PageKind {
  /** What the page may do, for its `Content-Security-Policy`. */
  readonly policy: string;
  render(content: Content): Promise<string>;
}

export function pageStyled(style: string): PageKind {
  const hash = createHash('sha256').update(style).digest('base64');
  return {
    policy: [
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    render: async ({ language, title, body }) =>
      String(
        await html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
${body}
</body>
</html>
`,
      ),
  };
}
