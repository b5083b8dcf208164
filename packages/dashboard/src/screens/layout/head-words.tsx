/** What the heads of a table mean, one line each. */
export const HeadWords = ({
  words,
}: {
  readonly words: readonly (readonly [head: string, meaning: string])[];
}) => (
  <dl class="head-words">
    {words.map(([head, meaning]) => (
      <div key={head}>
        <dt>{head}</dt>
        <dd>{meaning}</dd>
      </div>
    ))}
  </dl>
);
