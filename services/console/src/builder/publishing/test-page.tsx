import type { Readiness } from "@guildhall/contract";
import { Button, InsetText, Tag } from "@guildhall/ui";
import { ScrollTable } from "../../pages/scroll-table.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage } from "../ground/draft-page.tsx";
import { tryAddresses } from "../trying/addresses.ts";
import { StepOf } from "./steps.tsx";

export interface TestPageProps {
  readonly frame: DraftFrame;
  readonly readiness: Readiness;
}

/** The saved scenarios, and whether each has gone as it must since the last change. */
export function TestPage({ frame, readiness }: TestPageProps) {
  const { here, desk, draft } = frame;
  const { scenarios = [] } = draft.definition;
  const red = redIn(readiness);
  const left = scenarios.filter(({ id }) => red.has(id)).length;
  return (
    <DraftPage
      frame={frame}
      title="Test it"
      way={[{ content: "Review what changes", href: here.publish }]}
    >
      <StepOf step="Test" />
      <div class="govuk-button-group">
        {left > 0 && desk.scopes.has("services:write") && (
          <form method="post" action={tryAddresses(here).runScenarios}>
            <Button preventDoubleClick>Run the scenarios</Button>
          </form>
        )}
        {left === 0 ? (
          <Button href={here.goLive}>Go on to publish it</Button>
        ) : (
          <a class="govuk-link" href={here.goLive}>
            See what else keeps it from being published
          </a>
        )}
      </div>
      {scenarios.length === 0 ? (
        <NoScenario frame={frame} />
      ) : (
        <>
          <p class="govuk-body">
            Scenarios are ways through the service that must go on working. All must be green before
            it is published.
          </p>
          <ScrollTable
            label="Scenarios"
            head={["Scenario", "State"]}
            rows={scenarios.map(({ id, name }) => [
              <a class="govuk-link" href={tryAddresses(here).scenario(id)}>
                {name}
              </a>,
              <State sentence={red.get(id)} />,
            ])}
          />
        </>
      )}
    </DraftPage>
  );
}

function NoScenario({ frame: { here } }: { frame: DraftFrame }) {
  return (
    <InsetText>
      The service has no scenario yet.{" "}
      <a class="govuk-link" href={here.tryIt}>
        Try it once and keep what you tried
      </a>
      : it is tested with it from then on.
    </InsetText>
  );
}

/** What keeps a scenario from being green is said where it is more than that it has to be run. */
function State({ sentence }: { sentence: string | undefined }) {
  if (sentence === undefined) return <Tag classes="govuk-tag--green">Green</Tag>;
  return (
    <>
      <Tag classes="govuk-tag--yellow">Not green</Tag> {sentence}
    </>
  );
}

/** Why each scenario that is not green is not, by its id. */
function redIn({ sections }: Readiness): ReadonlyMap<string, string> {
  const found = sections.flatMap(({ findings }) => findings.filter(({ advice }) => !advice));
  return new Map(
    found.flatMap(({ at, sentence }) => {
      const [, list, id = ""] = at.split("/");
      return list === "scenarios" ? [[id, sentence] as const] : [];
    }),
  );
}
