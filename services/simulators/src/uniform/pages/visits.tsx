import type { Visit } from "../case.ts";
import { textOf, type UniformConfig } from "../config.ts";

interface VisitsProps {
  readonly visits: readonly Visit[];
  readonly config: UniformConfig;
}

/** The visits of a request with their actions, the latest added first. */
export function Visits({ visits, config }: VisitsProps) {
  if (visits.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="visits">
      <h2 id="visits">Visits and actions</h2>
      <ol class="trail">
        {visits.toReversed().map(({ reference, type, officer, scheduled, comments, actions }) => (
          <li>
            <h3>
              {textOf(config, "VISITTYPE", type)}, {textOf(config, "OFFICER", officer)}
            </h3>
            <p class="soft">
              {scheduled.slice(0, 16).replace("T", " ")} (UK time), {reference}
            </p>
            {comments ? <p class="quote">{comments}</p> : null}
            {actions.map((action) => (
              <p>
                {textOf(config, "ACTIONS", action.code)}, due {action.due.slice(0, 10)}, by{" "}
                {textOf(config, "OFFICER", action.officer)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
