import type { Asked, Tracking } from "../platform/ask.ts";
import { Moment } from "./parts.tsx";

interface CitizenViewProps {
  readonly asked: Asked<Tracking> | undefined;
  /** The address of the case, to look again. */
  readonly address: string;
}

/** What the citizen reads of this case on the platform, asked for just now. */
export function CitizenView({ asked, address }: CitizenViewProps) {
  if (!asked) return null;
  return (
    <section class="panel citizen" aria-labelledby="citizen">
      <h2 id="citizen">What the citizen reads now</h2>
      {"problem" in asked ? <p class="wrong">{asked.problem}</p> : <Read tracking={asked.answer} />}
      <p>
        <a href={`${address}#citizen`}>Look again</a>
      </p>
    </section>
  );
}

function Read({ tracking }: { tracking: Tracking }) {
  const { stage, timeline } = tracking;
  return (
    <>
      <p class="stage">{stage.title}</p>
      {stage.text ? <p>{stage.text}</p> : null}
      <ol class="trail">
        {timeline.slice(0, 5).map(({ at, title, text }) => (
          <li>
            <strong>{title}</strong>
            <br />
            <span class="soft">
              <Moment at={at} />
            </span>
            {text && text !== stage.text ? <p class="quote">{text}</p> : null}
          </li>
        ))}
      </ol>
    </>
  );
}
