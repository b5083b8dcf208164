/** What nobody can find out here, and why: asked for by everybody who comes from another tool. */
import '../../style/unanswerable.css';
import { type Msg, msg, t } from '../../words/words.ts';

const NEVER: readonly (readonly [question: Msg, why: Msg])[] = [
  [
    msg('How many different people came in a month'),
    msg('That takes an id that stays with a browser from day to day. Visitors are told by day.'),
  ],
  [msg('Who they were, or a list of them'), msg('What arrives are counts; nothing in them says whose.')],
  [
    msg('One visit again, step by step, or as a film'),
    msg('A visit is added up in the browser. Its order and its times never leave it.'),
  ],
  [
    msg('Phones in Italy: two filters at once'),
    msg('Each is kept by itself. A crossing of two may be one person.'),
  ],
  [
    msg('A funnel that somebody thinks of today'),
    msg('Only steps that were declared beforehand are counted; what was not counted cannot be put together.'),
  ],
];

export const Unanswerable = () => (
  <dl class="unanswerable">
    {NEVER.map(([question, why]) => (
      <div key={question}>
        <dt>{t(question)}</dt>
        <dd>{t(why)}</dd>
      </div>
    ))}
  </dl>
);
