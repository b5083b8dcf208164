/** A list of bars with their figures on them. */
import { formatCount, formatShare } from '../model/format.ts';

export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly detail?: string | null;
  readonly n: number;
  readonly share: number;
  /** Where the name leads. */
  readonly href?: string;
}

/** Bars are drawn against the longest of them; shares are printed. */
export function Bars({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const longest = Math.max(...bars.map(({ n }) => n), 1);
  return (
    <ol class="bars" aria-label={label}>
      {bars.map(({ key, name, detail, n, share, href }) => (
        <li key={key}>
          <span class="bar-name">
            {href === undefined ? name : <a href={href}>{name}</a>}
            {detail != null && <small>{detail}</small>}
          </span>
          <span class="bar-n">{formatCount(n)}</span>
          <span class="bar-share">{formatShare(share)}</span>
          <span class="bar-track" aria-hidden="true">
            <span class="bar-fill" style={{ inlineSize: `${(n / longest) * 100}%` }} />
          </span>
        </li>
      ))}
    </ol>
  );
}
