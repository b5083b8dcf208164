/** A row of large figures above a screen's panels. */
import type { ComponentChildren } from 'preact';

export interface FigureProps {
  readonly name: string;
  readonly value: ComponentChildren;
  readonly note?: ComponentChildren;
}

export const Figures = ({ of }: { readonly of: readonly FigureProps[] }) => (
  <div class="figures">
    {of.map(({ name, value, note }) => (
      <div class="figure still" key={name}>
        <span class="figure-name">{name}</span>
        <span class="figure-value">{value}</span>
        <span class="figure-change">{note ?? ' '}</span>
      </div>
    ))}
  </div>
);
