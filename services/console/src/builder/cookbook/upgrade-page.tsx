import type { MergeConflict, NewTakeIn, RecipeUpgrade } from "@guildhall/contract";
import { Button, InsetText, Radios } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { type ServiceFrame, ServicePage } from "../home/service-page.tsx";
import { recipeAddresses } from "./addresses.ts";
import { linesOfValue } from "./value-words.ts";

export interface UpgradePageProps {
  readonly frame: ServiceFrame;
  readonly service: string;
  readonly upgrade: RecipeUpgrade;
  /** What was decided already. */
  readonly decisions: NewTakeIn["decisions"];
  readonly faults: Faults;
}

/** What the next version of its recipe changes of a service, and which of two stands where both have changed the same. */
export function UpgradePage({ frame, service, upgrade, decisions, faults }: UpgradePageProps) {
  const at = recipeAddresses(frame.office.at.root, service);
  const { from, to, isFirst, news, conflicts } = upgrade;
  // The heading says which version it is then.
  const taken = upgrade.taken.filter((one) => !one.at.startsWith("/adopted"));
  return (
    <ServicePage frame={frame} title={`Take version ${to} of its recipe`} faults={faults}>
      {isFirst && (
        <p class="govuk-body">
          This service was made from files that follow a recipe, and is most like version {from} of
          it. Once you take a version, you are told of the next ones, and what its author has locked
          stays as it is there.
        </p>
      )}
      {news.map((one) => (
        <InsetText>
          <strong>Version {one.version}:</strong> {one.news}
        </InsetText>
      ))}
      <h2 class="govuk-heading-m">What it changes</h2>
      {taken.length === 0 && <p class="govuk-body">Nothing that you have not changed as well.</p>}
      {taken.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {taken.map(({ sentence }) => (
            <li class="builder-lines">{sentence}</li>
          ))}
        </ul>
      )}
      <p class="govuk-body">Everything else stays as you have it.</p>
      <form method="post" action={at.upgrade} novalidate>
        <input type="hidden" name="once" value={frame.once} />
        <input type="hidden" name="to" value={String(to)} />
        {conflicts.length > 0 && (
          <>
            <h2 class="govuk-heading-m">What you both have changed</h2>
            <p class="govuk-body">Choose for each which is to stand.</p>
          </>
        )}
        {conflicts.map((conflict, place) => (
          <Choice {...{ conflict, place, faults }} take={takenAt(decisions, conflict.at)} />
        ))}
        <div class="govuk-button-group">
          <Button preventDoubleClick>Take it into the draft</Button>
          <a class="govuk-link" href={isFirst ? at.home : at.recipe}>
            Not now
          </a>
        </div>
      </form>
      <p class="govuk-body">
        It goes into a draft. People go on with the live version until you publish the draft.
      </p>
    </ServicePage>
  );
}

function takenAt(decisions: NewTakeIn["decisions"], at: string): "ours" | "theirs" | undefined {
  return decisions.find((one) => one.at === at)?.take;
}

interface ChoiceProps extends Pick<UpgradePageProps, "faults"> {
  readonly conflict: MergeConflict;
  readonly place: number;
  readonly take: "ours" | "theirs" | undefined;
}

function Choice({ conflict, place, take, faults }: ChoiceProps) {
  const { at, title, base, ours, theirs } = conflict;
  const field = `take-${place}`;
  return (
    <>
      <input type="hidden" name={`at-${place}`} value={at} />
      <Radios
        name={field}
        value={take}
        fieldset={{ legend: { content: title, classes: "govuk-fieldset__legend--s" } }}
        hint={`Before: ${linesOfValue(base).join("; ")}`}
        items={[
          { value: "ours", content: "Yours", hint: linesOfValue(ours).join("; ") },
          { value: "theirs", content: "The recipe’s", hint: linesOfValue(theirs).join("; ") },
        ]}
        errorMessage={faults[field]}
      />
    </>
  );
}
