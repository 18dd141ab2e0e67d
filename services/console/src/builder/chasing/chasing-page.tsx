import type { ChasedStage, Chasing } from "@guildhall/contract";
import { InsetText } from "@guildhall/ui";
import { ScrollTable } from "../../pages/scroll-table.tsx";
import { type ServiceFrame, ServicePage } from "../home/service-page.tsx";
import { Days } from "./days.tsx";
import { StagePicture, sayDay } from "./stage-picture.tsx";

export interface ChasingPageProps {
  readonly frame: ServiceFrame;
  readonly chasing: Chasing;
}

/** How often people look after what they sent, or ask for it, and which message is missing. */
export function ChasingPage({ frame, chasing }: ChasingPageProps) {
  const { from, to, stages } = chasing;
  return (
    <ServicePage frame={frame} title="How often people ask">
      <p class="govuk-body">
        Whoever looks at their request, or rings about it, has not been told what they want to know.
        Nothing is kept of who they are.
      </p>
      <Days action={frame.here.chasing} from={from} to={to} />
      <Findings chasing={chasing} />
      {stages.length === 0 && (
        <InsetText>Nobody looked, and nobody got in touch, in these days.</InsetText>
      )}
      {stages.map((stage) => (
        <Stage stage={stage} />
      ))}
    </ServicePage>
  );
}

function Findings({ chasing: { findings, views, contacts } }: Pick<ChasingPageProps, "chasing">) {
  return (
    <>
      <p class="govuk-body">
        {sayCount(views, "view", "views")} and {sayCount(contacts, "contact", "contacts")}.
      </p>
      <h2 class="govuk-heading-m">What is missing</h2>
      {findings.length === 0 ? (
        <p class="govuk-body">
          Nothing stands out. We say so once at least 20 looks, and a fifth of all, come after the
          last thing that people are told in a stage.
        </p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {findings.map(({ sentence }) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function sayCount(count: number | null, one: string, more: string): string {
  if (count === null) return `fewer than 5 ${more}`;
  return count === 1 ? `1 ${one}` : `${count} ${more}`;
}

function Stage({ stage }: { stage: ChasedStage }) {
  const { title, ended, views, contacts, days } = stage;
  const name = ended ? `After the end, as “${title}”` : `In “${title}”`;
  return (
    <section>
      <h2 class="govuk-heading-m">{name}</h2>
      <p class="govuk-body">
        {sayCount(views, "view", "views")}, drawn full, and{" "}
        {sayCount(contacts, "contact", "contacts")}, drawn empty.
      </p>
      <section class="console-scroll" aria-label={`Picture: ${name}`} tabindex={0}>
        <StagePicture stage={stage} />
      </section>
      <ScrollTable
        label={`${name}, by day`}
        head={["Day of the stage", "Views", "Contacts"]}
        numeric={[1, 2]}
        rows={days.map((day) => [sayDay(day.day), say(day.views), say(day.contacts)])}
      />
    </section>
  );
}

function say(count: number | null): string {
  return count === null ? "fewer than 5" : String(count);
}
