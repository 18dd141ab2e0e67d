import type { Readiness, Scenario } from "@guildhall/contract";
import { Button, InsetText, Radios, Tag } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage } from "../ground/draft-page.tsx";
import { tryAddresses } from "./addresses.ts";
import { FaultRadios } from "./fault-radios.tsx";

export interface TryPageProps {
  readonly frame: DraftFrame;
  readonly readiness: Readiness;
  /** What was chosen, where the form comes back. */
  readonly chosen?: { readonly answers?: string | undefined; readonly fault?: string | undefined };
  readonly faults?: Faults;
  /** What keeps the draft from being tried, each with the page where it is mended. */
  readonly unworkable?: readonly { readonly sentence: string; readonly href: string }[];
}

/** Try a service in the making, and the scenarios that it is tested with. */
export function TryPage(props: TryPageProps) {
  const { frame, chosen = {}, faults = {}, unworkable = [] } = props;
  const at = tryAddresses(frame.here);
  const isSent = sendsOn(frame);
  return (
    <DraftPage frame={frame} title="Try it" faults={faults}>
      <p class="govuk-body">
        Send a form round the whole circle: from the questions to the back office and back to the
        person. It goes to practice back offices. No real person and no real case is touched.
      </p>
      {!isSent && <NothingSent frame={frame} />}
      <Unworkable items={unworkable} />
      <form method="post" action={at.start} novalidate>
        <input type="hidden" name="once" value={frame.once} />
        <Radios
          name="answers"
          fieldset={{
            legend: { content: "What should be filled in?", classes: "govuk-fieldset__legend--m" },
          }}
          errorMessage={faults.answers}
          value={chosen.answers ?? "made-up"}
          items={[
            { value: "made-up", content: "Made-up answers" },
            {
              value: "typed",
              content: "Answers that I type",
              hint: "On the next page. It is filled in with made-up answers for you to change.",
            },
          ]}
        />
        {isSent && <FaultRadios value={chosen.fault} />}
        <Button preventDoubleClick>Try it</Button>
      </form>
      <Scenarios {...props} />
    </DraftPage>
  );
}

function sendsOn({ draft }: DraftFrame): boolean {
  return (draft.definition.steps ?? []).some(({ kind }) => kind === "deliver");
}

function NothingSent({ frame }: Pick<TryPageProps, "frame">) {
  return (
    <InsetText>
      This service sends nothing to a back office yet, so you can try its form and its messages, and
      nothing can go wrong on purpose. First choose{" "}
      <a class="govuk-link" href={frame.here.destinations}>
        where answers go
      </a>
      , then add a step that delivers them under{" "}
      <a class="govuk-link" href={frame.here.process}>
        what happens
      </a>
      .
    </InsetText>
  );
}

function Unworkable({ items }: { items: NonNullable<TryPageProps["unworkable"]> }) {
  if (items.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">It cannot be tried yet. Mend this first:</p>
      <ul class="govuk-list govuk-list--bullet">
        {items.map(({ sentence, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

function Scenarios({ frame, readiness }: TryPageProps) {
  const scenarios = frame.draft.definition.scenarios ?? [];
  const at = tryAddresses(frame.here);
  return (
    <>
      <h2 class="govuk-heading-m" id="scenarios">
        Scenarios
      </h2>
      <p class="govuk-body">
        A scenario is a try that you keep. All of them must go as they should before the service can
        be published.
      </p>
      {scenarios.length === 0 ? (
        <InsetText>There are none yet. Try the service, then save what came of it.</InsetText>
      ) : (
        <>
          <ul class="govuk-list console-attempts">
            {scenarios.map((scenario) => (
              <ScenarioItem frame={frame} readiness={readiness} scenario={scenario} />
            ))}
          </ul>
          <form method="post" action={at.runScenarios}>
            <Button classes="govuk-button--secondary" preventDoubleClick>
              Run all scenarios
            </Button>
          </form>
        </>
      )}
    </>
  );
}

function ScenarioItem({
  frame,
  readiness,
  scenario,
}: Pick<TryPageProps, "frame" | "readiness"> & { scenario: Scenario }) {
  const { id, name } = scenario;
  const at = tryAddresses(frame.here);
  const found = readiness.sections
    .flatMap(({ findings }) => findings)
    .filter(({ advice }) => !advice)
    .find(({ at: place }) => `${place}/`.startsWith(`/scenarios/${id}/`));
  return (
    <li>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={at.scenario(id)}>
          {name}
        </a>{" "}
        {found ? (
          <Tag classes="govuk-tag--yellow">Not green</Tag>
        ) : (
          <Tag classes="govuk-tag--green">As it should be</Tag>
        )}
      </h3>
      {found && <p class="govuk-body-s govuk-!-margin-bottom-1">{found.sentence}</p>}
      <form method="post" action={at.start}>
        <input type="hidden" name="answers" value="scenario" />
        <input type="hidden" name="scenario" value={id} />
        <button type="submit" class="console-link govuk-body-s">
          Try this one<span class="govuk-visually-hidden">: {name}</span>
        </button>
      </form>
    </li>
  );
}
