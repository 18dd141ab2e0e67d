import type { Child } from "hono/jsx";
import { Moment } from "./parts.tsx";

/** Something that was done to a case, by either side. */
export interface Act {
  readonly at: string;
  /** Who did it, as the page says it. */
  readonly by: string;
  readonly title: string;
  readonly words?: string | undefined;
  /** What is shown of it besides. */
  readonly more?: Child;
}

/** All that was done to a case, by the council and by the platform, newest first. */
export function History({ acts }: { acts: readonly Act[] }) {
  const sorted = acts.toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <section class="panel" aria-labelledby="history">
      <h2 id="history">History</h2>
      <ol class="trail">
        {sorted.map(({ at, by, title, words, more }) => (
          <li>
            <h3>{title}</h3>
            <p class="soft">
              {by}, <Moment at={at} />
            </p>
            {words ? <p class="quote">{words}</p> : null}
            {more}
          </li>
        ))}
      </ol>
    </section>
  );
}
