import type { Allocation } from "@guildhall/contract";
import { InsetText } from "@guildhall/ui";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";
import { ScrollTable } from "./scroll-table.tsx";

export interface SharedOutPageProps extends Frame {
  readonly team: string;
  /** Undefined where nobody is of the team. */
  readonly allocation: Allocation | undefined;
}

/** Who was given how many of a team's tasks. */
export function SharedOutPage(props: SharedOutPageProps) {
  const { office, team, allocation } = props;
  const title = allocation ? `The tasks of ${team} are shared out` : "Nobody is of this team";
  return (
    <OfficePage {...props} title={title} current="overview">
      <h1 class="govuk-heading-l">{title}</h1>
      {allocation ? (
        <Given allocation={allocation} />
      ) : (
        <InsetText>
          Name the team {team} with the colleagues who do its tasks, among People. Then share them
          out.
        </InsetText>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={office.at.overview}>
          Go back to the work
        </a>
      </p>
    </OfficePage>
  );
}

function Given({ allocation: { team, people, left } }: { allocation: Allocation }) {
  return (
    <>
      <ScrollTable
        label={`What each of ${team} was given`}
        head={["Who", "Was given"]}
        numeric={[1]}
        rows={people.map(({ name, given }) => [name, String(given)])}
      />
      {left > 0 && (
        <p class="govuk-body">
          {left} are nobody’s still. No more than 200 are shared out at once: go back, and share out
          again.
        </p>
      )}
    </>
  );
}
