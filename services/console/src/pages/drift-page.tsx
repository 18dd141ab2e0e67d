import type { ConnectorDrift, DriftFinding } from "@guildhall/contract";
import { Button, Details, InsetText, sayTime } from "@guildhall/ui";
import type { Frame } from "./frame.ts";
import { OfficePage } from "./office-page.tsx";

export interface DriftPageProps extends Frame {
  readonly name: string;
  readonly drift: ConnectorDrift;
}

/** Whether a back office is as the mappings need it, and which services would fail where it is not. */
export function DriftPage(props: DriftPageProps) {
  const { name, drift, office, desk } = props;
  const title = `What ${name} takes`;
  return (
    <OfficePage {...props} title={title} current="statuses">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        Every night we compare what it takes with what your services send to it.{" "}
        {drift.lookedAt === undefined
          ? "Nobody has looked yet."
          : `Last looked at ${sayTime(drift.lookedAt)}.`}
      </p>
      <State {...drift} />
      <ul class="govuk-list">
        {drift.findings.map((finding) => (
          <Finding {...finding} />
        ))}
      </ul>
      {desk.scopes.has("connectors:write") && (
        <form method="post" action={office.at.drift(drift.connector)}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Look now
          </Button>
        </form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={office.at.statusesOf({ connector: drift.connector })}>
          See what its statuses mean
        </a>
      </p>
    </OfficePage>
  );
}

const states: Readonly<Record<Exclude<ConnectorDrift["state"], "drifted">, string>> = {
  "in-step": "It takes everything that is sent to it.",
  untold: "It does not say what it takes, so this cannot be known.",
  unreachable: "It could not be asked the last time. What was found before stands below.",
  unseen: "It is looked at tonight, or when you ask for it.",
};

function State({ state }: ConnectorDrift) {
  return state === "drifted" ? null : <InsetText>{states[state]}</InsetText>;
}

function Finding({ sentence, rows }: DriftFinding) {
  return (
    <li class="console-attempts">
      <p class="govuk-body govuk-!-font-weight-bold">{sentence}</p>
      <Details summary="The rows that would fail">
        <ul class="govuk-list govuk-list--bullet">
          {rows.map(({ serviceTitle, mapping, target }) => (
            <li>
              {serviceTitle}, mapping {mapping}
              {target !== undefined && (
                <>
                  : <code class="console-code">{target}</code>
                </>
              )}
            </li>
          ))}
        </ul>
      </Details>
    </li>
  );
}
