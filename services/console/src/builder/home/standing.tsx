import type { VersionSummary } from "@guildhall/contract";
import { sayTime, Tag } from "@guildhall/ui";
import { HowItGoes } from "../chasing/how-it-goes.tsx";
import type { ServiceAddresses } from "../ground/service-addresses.ts";
import { stateWords } from "../services/state-words.ts";

/** What citizens have of a service now. */
export function Standing({
  latest,
  here,
}: {
  latest: VersionSummary | undefined;
  here: ServiceAddresses;
}) {
  const state = !latest ? "never-published" : latest.state === "live" ? "live" : "withdrawn";
  const { words, colour } = stateWords[state];
  return (
    <>
      <p class="govuk-body">
        <Tag classes={`govuk-tag--${colour}`}>{words}</Tag>{" "}
        {latest && (
          <>
            Version {latest.version}
            {latest.by !== undefined && `, published by ${latest.by}`},{" "}
            {sayTime(latest.publishedAt)}.{" "}
            <a class="govuk-link" href={here.versions}>
              All versions
            </a>
          </>
        )}
      </p>
      {latest && <HowItGoes here={here} />}
    </>
  );
}
