import type { DryRun } from "@guildhall/contract";
import { Button, NotificationBanner, WarningText } from "@guildhall/ui";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage } from "../ground/draft-page.tsx";
import { tryAddresses } from "./addresses.ts";
import { Followed } from "./followed.tsx";
import { placeToMend } from "./station-place.ts";
import { Stations } from "./stations.tsx";
import { faultWords } from "./words.ts";

export interface RunPageProps {
  readonly frame: DraftFrame;
  readonly run: DryRun;
}

/** One try, station by station, with what was said at each. */
export function RunPage({ frame, run }: RunPageProps) {
  const at = tryAddresses(frame.here);
  const way = [{ content: "Try it", href: at.start }];
  return (
    <DraftPage frame={frame} title="What happens when you try it" way={way}>
      {run.fault && (
        <p class="govuk-body">
          What goes wrong on purpose: {faultWords[run.fault].title}. What should happen:{" "}
          {faultWords[run.fault].promise}
        </p>
      )}
      <Followed
        frame={frame}
        isUnderWay={run.outcome === "running"}
        said={run.verdict}
        again={at.run(run.id)}
      >
        <Verdict frame={frame} run={run} />
        {run.outcome !== "running" && <WhatNext frame={frame} run={run} />}
        <Stations frame={frame} run={run} />
      </Followed>
    </DraftPage>
  );
}

function Verdict({ frame, run }: RunPageProps) {
  if (run.outcome === "running") return null;
  if (run.outcome === "passed")
    return <NotificationBanner type="success">{run.verdict}</NotificationBanner>;
  const place = placeToMend(frame.here, run);
  return (
    <>
      <WarningText>{`It did not come round. ${run.verdict}`}</WarningText>
      {place && (
        <p class="govuk-body">
          <a class="govuk-link" href={place.href}>
            {place.words}
          </a>{" "}
          to mend it.
        </p>
      )}
    </>
  );
}

function WhatNext({ frame, run }: RunPageProps) {
  const at = tryAddresses(frame.here);
  return (
    <>
      <h2 class="govuk-heading-m">What you can do next</h2>
      <p class="govuk-body">
        Save it as a scenario: from then on the service is tested with it before it is published.
      </p>
      <div class="govuk-button-group">
        <Button href={at.saveRun(run.id)}>Save this as a scenario</Button>
        <a class="govuk-link" href={at.start}>
          Try it again
        </a>
      </div>
    </>
  );
}
