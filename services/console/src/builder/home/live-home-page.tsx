import type { ServiceExit, VersionSummary } from "@guildhall/contract";
import { Button, InsetText, Paragraphs } from "@guildhall/ui";
import { type ServiceFrame, ServicePage } from "./service-page.tsx";
import { Standing } from "./standing.tsx";

export interface LiveHomePageProps {
  readonly frame: ServiceFrame;
  readonly latest: VersionSummary;
  /** What stands on its page since it was withdrawn, where something was said. */
  readonly exit: ServiceExit | undefined;
}

/** The home of a service that nobody changes just now. */
export function LiveHomePage({ frame, latest, exit }: LiveHomePageProps) {
  const { here, desk, once } = frame;
  const isLive = latest.state === "live";
  return (
    <ServicePage frame={frame}>
      <Standing latest={latest} here={here} />
      {latest.summary !== undefined && <InsetText>{latest.summary}</InsetText>}
      {exit && (
        <>
          <h2 class="govuk-heading-m">What people read in its place</h2>
          <Paragraphs text={exit.text} />
          {exit.welsh !== undefined && (
            <div lang="cy">
              <Paragraphs text={exit.welsh} />
            </div>
          )}
        </>
      )}
      {desk.scopes.has("services:write") && (
        <>
          <p class="govuk-body">
            {isLive
              ? "To change it you make a draft. People go on with the live version until you publish the draft."
              : "Nobody can use it now. To offer it again, make a draft of the last version and publish it."}
          </p>
          <form method="post" action={here.begin}>
            <input type="hidden" name="once" value={once} />
            {!isLive && <input type="hidden" name="version" value={String(latest.version)} />}
            <Button preventDoubleClick>Change this service</Button>
          </form>
          {isLive && (
            <p class="govuk-body">
              <a class="govuk-link" href={here.share}>
                Share it with other councils
              </a>
            </p>
          )}
          {isLive && (
            <p class="govuk-body">
              <a class="govuk-link" href={here.folder} download="">
                Download it as files
              </a>
            </p>
          )}
          {isLive && (
            <p class="govuk-body">
              <a class="govuk-link" href={here.withdraw}>
                Withdraw this service
              </a>
            </p>
          )}
        </>
      )}
    </ServicePage>
  );
}
