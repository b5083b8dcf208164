/** A list of things, each with what is known of it and what can be done to it. */
import type { ComponentChildren } from 'preact';

interface RowProps {
  readonly title: ComponentChildren;
  readonly detail: ComponentChildren;
  readonly children?: ComponentChildren;
}

export const Row = ({ title, detail, children }: RowProps) => (
  <li>
    <div>
      <strong>{title}</strong>
      <p class="note">{detail}</p>
    </div>
    {children}
  </li>
);

export const Rows = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) => (
  <ul class="rows" aria-label={label}>
    {children}
  </ul>
);
