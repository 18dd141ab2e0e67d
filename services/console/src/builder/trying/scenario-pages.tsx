import type { DryRun, Scenario, ScenarioRun } from "@guildhall/contract";
import { Button, Details, NotificationBanner, Tag, WarningText } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { tryAddresses } from "./addresses.ts";
import { Followed } from "./followed.tsx";
import { ScenarioForm } from "./scenario-form.tsx";
import { Stations } from "./stations.tsx";

/** Keep a try as a scenario: what came of it is what must come of it from now on, unless somebody says otherwise. */
export function SaveRunPage(props: {
  readonly frame: DraftFrame;
  readonly run: DryRun;
  readonly scenario: Omit<Scenario, "id">;
  readonly faults: Faults;
}) {
  const { frame, run, scenario, faults } = props;
  const at = tryAddresses(frame.here);
  const way = [
    { content: "Try it", href: at.start },
    { content: "What happened", href: at.run(run.id) },
  ];
  return (
    <DraftPage frame={frame} title="Save this as a scenario" way={way} faults={faults}>
      <p class="govuk-body">
        What must come of it is filled in as it was this time. Change what should be otherwise.
      </p>
      <ScenarioForm
        frame={frame}
        scenario={scenario}
        action={at.saveRun(run.id)}
        faults={faults}
        button="Save it and run it"
      />
    </DraftPage>
  );
}

/** A scenario: its name and what must come of it, to change, and to remove it. */
export function ScenarioPage(props: {
  readonly frame: DraftFrame;
  readonly id: string;
  readonly scenario: Omit<Scenario, "id">;
  readonly faults: Faults;
}) {
  const { frame, id, scenario, faults } = props;
  const at = tryAddresses(frame.here);
  return (
    <DraftPage
      frame={frame}
      title={scenario.name === "" ? "Scenario" : scenario.name}
      way={[{ content: "Try it", href: at.start }]}
      faults={faults}
    >
      <p class="govuk-body">
        {scenario.answers
          ? "It is filled in with the answers that were saved with it."
          : "It is filled in with made-up answers."}
      </p>
      <ScenarioForm
        frame={frame}
        scenario={scenario}
        action={at.scenario(id)}
        faults={faults}
        button="Save"
      />
      <Details summary="Remove this scenario">
        <form method="post" action={at.removeScenario(id)}>
          <Seen frame={frame} />
          <p class="govuk-body">The service is not tested with it any more.</p>
          <Button classes="govuk-button--warning" preventDoubleClick>
            Remove it
          </Button>
        </form>
      </Details>
    </DraftPage>
  );
}

/** All scenarios on their way, or what came of each. */
export function ScenarioRunPage({ frame, run }: { frame: DraftFrame; run: ScenarioRun }) {
  const at = tryAddresses(frame.here);
  return (
    <DraftPage
      frame={frame}
      title="Running the scenarios"
      way={[{ content: "Try it", href: at.start }]}
    >
      <Followed
        frame={frame}
        isUnderWay={run.outcome === "running"}
        said={run.verdict}
        again={at.scenarioRun(run.id)}
      >
        <RunVerdict run={run} />
        {run.outcome !== "running" && <WhatNext frame={frame} run={run} />}
        <ul class="govuk-list console-attempts">
          {run.results.map((result) => (
            <Result frame={frame} result={result} />
          ))}
        </ul>
      </Followed>
    </DraftPage>
  );
}

function WhatNext({ frame, run }: { frame: DraftFrame; run: ScenarioRun }) {
  const at = tryAddresses(frame.here);
  return (
    <div class="govuk-button-group">
      {run.outcome === "passed" && <Button href={frame.here.test}>Go on to publish it</Button>}
      <a class="govuk-link" href={`${at.start}#scenarios`}>
        All scenarios
      </a>
    </div>
  );
}

function RunVerdict({ run: { outcome, verdict } }: { run: ScenarioRun }) {
  if (outcome === "running") return <p class="govuk-body">{verdict}</p>;
  if (outcome === "failed") return <WarningText>{verdict}</WarningText>;
  return <NotificationBanner type="success">{verdict}</NotificationBanner>;
}

function Result({ frame, result }: { frame: DraftFrame; result: ScenarioRun["results"][number] }) {
  const { scenario, name, outcome, differences, run } = result;
  const at = tryAddresses(frame.here);
  return (
    <li>
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={at.scenario(scenario)}>
          {name}
        </a>{" "}
        {outcome === "passed" ? (
          <Tag classes="govuk-tag--green">As it should be</Tag>
        ) : (
          <Tag classes="govuk-tag--red">Otherwise</Tag>
        )}
      </h2>
      {differences.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {differences.map((difference) => (
            <li>{difference}</li>
          ))}
        </ul>
      )}
      <Details summary={`What happened: ${name}`}>
        <Stations frame={frame} run={run} />
      </Details>
    </li>
  );
}
